export default function QuizEditor({ id }: { id: string | null }) {
  return <p>{id}</p>;
}
