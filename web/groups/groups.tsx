import { Loading } from '../ui/states.tsx';

export default function Groups() {
  return <Loading />;
}
