import { Loading } from '../ui/states.tsx';

export default function Quizzes() {
  return <Loading />;
}
