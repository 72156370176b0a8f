/** Opens the print dialog of the browser or of the operating system for the page on screen. */
export function printPage(): void {
  window.print();
}
