/** The last value that was there, while the next is on its way. */
import { useEffect, useState } from 'react';

export function useKept<T>(value: T | null): T | null {
  const [kept, setKept] = useState(value);
  useEffect(() => {
    if (value !== null) setKept(value);
  }, [value]);
  return value ?? kept;
}
