import { useEffect, useState } from 'react';

/** The value once it has stood still for a moment: a question per keystroke would be too many. */
export function useSlowly<Value>(value: Value, waitMs = 350): Value {
  const [slow, setSlow] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(value), waitMs);
    return () => clearTimeout(timer);
  }, [value, waitMs]);
  return slow;
}
