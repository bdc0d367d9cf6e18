import { Loading } from '../ui/states.tsx';

export default function Battles() {
  return <Loading />;
}
