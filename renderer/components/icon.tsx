/** Line drawings on a 24 × 24 grid, drawn with one stroke colour: the text's. */
const drawings = {
  today: 'M5 5h14v15H5zM5 10h14M9 3v4M15 3v4M9 15l2 2 4-4',
  tasks: 'M4 6.500l1.500 1.500L8.500 5M4 12.500l1.500 1.500 3-3M4 18.500l1.500 1.500 3-3M12 7h8M12 13h8M12 19h8',
  caseload: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.4c2.1.8 3.5 2.8 3.5 5.6',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c0-4 3.3-6.5 7.5-6.5s7.5 2.5 7.5 6.5',
  referrals: 'M4 12h14M13 6l6 6-6 6',
  meetings: 'M4 5h16v11H9l-5 4z',
  directory: 'M5 4h14v16H5zM9 8h6M9 12h6M9 16h3',
  neighbourhood: 'M3 20h18M5 20V10l5-4v14M10 20h9V8h-9M13 12h3M13 16h3',
  measures: 'M4 20V4M4 20h16M8 16l4-5 3 3 5-7',
  import: 'M12 3v11M7.5 10l4.5 4.5L16.5 10M4 20h16',
  review: 'M12 4v10M12 18.5v.01M4 20h16L12 3z',
  audit: 'M12 3l7 3v6c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6zM9 12l2 2 4-4',
  backup:
    'M4 7c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3zM4 7v10c0 1.7 3.6 3 8 3s8-1.3 8-3V7M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM9 19.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  team: 'M12 8.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400zM6 19.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400zM18 19.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400zM10.800 8.300 7.300 14.300M13.200 8.300l3.500 6M8.700 16.800h6.600',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.500 9.500a2.500 2.500 0 1 1 3.600 2.200c-.8.4-1.100.9-1.100 1.800M12 16.800v.01',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500 20.500 20.500',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3M12 14.500v2',
  contact:
    'M6 4h3l1.500 4.500-2 1.500a11 11 0 0 0 5.500 5.500l1.500-2L20 15v3a2 2 0 0 1-2 2C10.800 20 4 13.200 4 6a2 2 0 0 1 2-2z',
  visit: 'M4 11l8-7 8 7M6 9.500V20h12V9.500M10 20v-6h4v6',
  note: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h5',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  plus: 'M12 5v14M5 12h14',
  cross: 'M6 6l12 12M18 6L6 18',
  tick: 'M5 12.500l4.500 4.500L19 7',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  left: 'M15 6l-6 6 6 6',
  right: 'M9 6l6 6-6 6',
  warning: 'M12 4L2.500 20h19zM12 10v4.500M12 17.300v.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500M12 7.700v.01',
  error: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9l6 6M15 9l-6 6',
  done: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.500l2.700 2.700L16 9.500',
  offline:
    'M3 3l18 18M5 12.500a10 10 0 0 1 4-2.300M2 9a15 15 0 0 1 4-2.500M12 6c3.700 0 7.200 1.300 10 3.500M15 11c1.500.400 2.800 1 4 2M8.500 16a5.500 5.500 0 0 1 7 0M12 19.500v.01',
  online: 'M2 9a15 15 0 0 1 20 0M5 12.500a10 10 0 0 1 14 0M8.500 16a5.500 5.500 0 0 1 7 0M12 19.500v.01',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.500l3.500 2',
  calendar: 'M5 5h14v15H5zM5 10h14M9 3v4M15 3v4',
  undo: 'M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3',
  filter: 'M4 5h16l-6 8v6l-4-2v-4z',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  key: 'M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h9M17.500 12v4M21 12v3',
  link: 'M10 14a4 4 0 0 0 6 .500l3-3a4 4 0 0 0-5.600-5.600L12 7.300M14 10a4 4 0 0 0-6-.500l-3 3a4 4 0 0 0 5.600 5.600L12 16.700',
  flag: 'M6 21V4h12l-3 4.500L18 13H6',
  transfer: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M9 12h9',
  columns: 'M4 5h16v14H4zM10 5v14M15 5v14',
  bed: 'M3 6v13M3 16h18v3M3 12h18v4M21 12a4 4 0 0 0-4-4h-6v4M7 10.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3z',
  feedback: 'M4 5h16v11h-8l-4 4v-4H4zM8 9h8M8 12.500h5',
  quality: 'M6 5h12v16H6zM9 3h6v4H9zM9 12l1.500 1.500 3-3M9 17.500h6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const;

export type IconName = keyof typeof drawings;

/** A decoration beside words: never the only carrier of a meaning, so it is hidden from screen readers. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="ot-icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
