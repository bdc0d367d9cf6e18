export default function QuizPlayer({ id }: { id: string }) {
  return <p>{id}</p>;
}
