export default function Board({ boardKey }: { boardKey: string }) {
  return <p>{boardKey}</p>;
}
