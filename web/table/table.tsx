export default function Table({ id }: { id: string }) {
  return <p>{id}</p>;
}
