export default function Battle({ id }: { id: string }) {
  return <p>{id}</p>;
}
