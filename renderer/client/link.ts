import { useEffect, useState } from 'react';
import { type Link, transport } from './transport.ts';

/** Whether this window reaches its engine. */
export function useLink(): Link {
  const [link, setLink] = useState<Link>('connecting');
  useEffect(() => transport.onLink(setLink), []);
  return link;
}

/** Whether this machine has a network. The application works without one; the status bar says so. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  return online;
}
