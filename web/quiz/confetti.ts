const pieces = 90;
const colours = ['--key-0', '--key-1', '--gold', '--key-3', '--key-4', '--accent'];

/** Lets paper fall over an element for a few seconds; nothing for those who want no motion. Returns what ends it. */
export function rainConfetti(ground: HTMLElement): () => void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return () => undefined;
  const { clientHeight: height } = ground;
  const falling = Array.from({ length: pieces }, () => dropPiece(ground, height));
  return () => falling.forEach((fall) => fall.finish());
}

function dropPiece(ground: HTMLElement, height: number): Animation {
  const piece = document.createElement('i');
  const size = 6 + Math.random() * 8;
  Object.assign(piece.style, {
    position: 'absolute',
    top: '0',
    left: `${Math.random() * 100}%`,
    width: `${size}px`,
    height: `${size * (0.4 + Math.random())}px`,
    background: `var(${colours[Math.floor(Math.random() * colours.length)]})`,
  });
  ground.append(piece);
  const drift = (Math.random() - 0.5) * 120;
  const turns = Math.random() * 4 - 2;
  const fall = piece.animate(
    [
      { transform: 'translate(0, -20px) rotate(0)', opacity: 1 },
      { opacity: 1, offset: 0.8 },
      { transform: `translate(${drift}px, ${height}px) rotate(${turns}turn)`, opacity: 0 },
    ],
    { duration: 2_400 + Math.random() * 2_400, delay: 500 + Math.random() * 1_800, easing: 'linear', fill: 'both' },
  );
  fall.addEventListener('finish', () => piece.remove());
  return fall;
}
