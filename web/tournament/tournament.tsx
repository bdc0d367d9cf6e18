import { Loading } from '../ui/states.tsx';

export default function Tournament() {
  return <Loading />;
}
