import { Loading } from '../ui/states.tsx';

export default function Me() {
  return <Loading />;
}
