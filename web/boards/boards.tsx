import { Loading } from '../ui/states.tsx';

export default function Boards() {
  return <Loading />;
}
