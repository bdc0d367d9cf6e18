export default function QuizHost({ id }: { id: string }) {
  return <p>{id}</p>;
}
