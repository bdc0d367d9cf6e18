export default function Group({ id }: { id: string }) {
  return <p>{id}</p>;
}
