import { useMemo } from 'react';
import { renderSVG } from 'uqr';
import { en } from '../texts/en.ts';

/** An address as a QR code, dark on white with the quiet zone that scanners need. */
export function QrCode({ address, className }: { address: string; className?: string | undefined }) {
  const source = useMemo(() => {
    const svg = renderSVG(address, { ecc: 'M', border: 4 });
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }, [address]);
  return <img className={className} src={source} alt={en.quizHost.qr(address)} />;
}
