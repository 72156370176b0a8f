const activity = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Calls `lock` once after so many minutes without a key, a pointer or a wheel in any window of this profile.
 * Time is read from the clock at each look, so a machine that slept locks as it wakes. Returns the way to stop.
 */
export function watchIdle(minutes: number, lock: () => void): () => void {
  const windows = new BroadcastChannel('oneteam-activity');
  let last = Date.now();
  let told = last;
  const noteActivity = () => {
    last = Date.now();
    if (last - told < 5_000) return;
    told = last;
    windows.postMessage(null);
  };
  const look = () => {
    if (Date.now() - last < minutes * 60_000) return;
    stop();
    lock();
  };
  const timer = setInterval(look, 2_000);
  windows.onmessage = () => {
    last = Date.now();
  };
  const stop = () => {
    clearInterval(timer);
    windows.close();
    for (const kind of activity) window.removeEventListener(kind, noteActivity, true);
    document.removeEventListener('visibilitychange', look);
  };
  for (const kind of activity) window.addEventListener(kind, noteActivity, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  return stop;
}
