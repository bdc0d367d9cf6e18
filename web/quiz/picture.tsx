import { useState } from 'react';

/** A picture from anywhere; where there is none behind its address, nothing is shown. */
export function Picture({
  address,
  text,
  className,
}: {
  address: string;
  text: string;
  className?: string | undefined;
}) {
  const [broken, setBroken] = useState<string | null>(null);
  if (broken === address) return null;
  return (
    <img
      className={className}
      src={address}
      alt={text}
      referrerPolicy="no-referrer"
      onError={() => setBroken(address)}
    />
  );
}
