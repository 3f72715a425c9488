import { useEffect, useState } from 'react';

/** The time of a clock (ms since 1970), looked at four times a second while `running`. */
export function useNow(now: () => number, running: boolean): number {
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    setMoment(now());
    if (!running) return;
    const timer = setInterval(() => setMoment(now()), 250);
    return () => clearInterval(timer);
  }, [now, running]);
  return moment;
}
