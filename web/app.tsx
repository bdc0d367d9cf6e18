import { Suspense, useMemo } from 'react';
import { Provider } from 'urql';
import { Route, Switch, useLocation } from 'wouter';
import { makeClient } from './api/client.ts';
import { useSession } from './api/session.ts';
import { Lobby } from './lobby/lobby.tsx';
import { Boundary } from './ui/boundary.tsx';
import { screen } from './ui/screen.ts';
import { Loading, Missing } from './ui/states.tsx';
import { MeProvider } from './me/meContext.tsx';
import { Shell } from './ui/shell.tsx';
import { useArrival } from './ui/useArrival.ts';

const Table = screen(() => import('./table/table.tsx'));
const Quizzes = screen(() => import('./quiz/quizzes.tsx'));
const QuizEditor = screen(() => import('./quiz/editor.tsx'));
const QuizPlayer = screen(() => import('./quiz/player.tsx'));
const QuizHost = screen(() => import('./quiz/host.tsx'));
const Battles = screen(() => import('./battles/battles.tsx'));
const Battle = screen(() => import('./battles/battle.tsx'));
const Boards = screen(() => import('./boards/boards.tsx'));
const Board = screen(() => import('./boards/board.tsx'));
const Tournament = screen(() => import('./tournament/tournament.tsx'));
const Groups = screen(() => import('./groups/groups.tsx'));
const Group = screen(() => import('./groups/group.tsx'));
const Me = screen(() => import('./me/me.tsx'));

/** A part of the address without its escapes; wouter leaves those of signs that can mean something, such as %3A. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** All of the page. Whoever signs in gets an API client, and screens, of their own. */
export function App() {
  const userId = useSession()?.user.id ?? '';
  const client = useMemo(() => makeClient(userId), [userId]);
  const [path] = useLocation();
  useArrival(`${userId} ${path}`);
  return (
    <Provider value={client}>
      <Shell key={userId}>
        <MeProvider>
          <Boundary at={path}>
            <Suspense fallback={<Loading />}>
              <Switch>
                <Route path="/" component={Lobby} />
                <Route path="/tables/:id">{({ id }) => <Table key={id} id={plain(id)} />}</Route>
                <Route path="/quizzes" component={Quizzes} />
                <Route path="/quizzes/new">{() => <QuizEditor id={null} />}</Route>
                <Route path="/quizzes/:id/edit">{({ id }) => <QuizEditor key={id} id={plain(id)} />}</Route>
                <Route path="/rooms/:id">{({ id }) => <QuizPlayer key={id} id={plain(id)} />}</Route>
                <Route path="/rooms/:id/host">{({ id }) => <QuizHost key={id} id={plain(id)} />}</Route>
                <Route path="/battles" component={Battles} />
                <Route path="/battles/:id">{({ id }) => <Battle key={id} id={plain(id)} />}</Route>
                <Route path="/boards" component={Boards} />
                <Route path="/boards/:key">{({ key }) => <Board key={key} boardKey={plain(key)} />}</Route>
                <Route path="/tournament" component={Tournament} />
                <Route path="/groups" component={Groups} />
                <Route path="/groups/:id">{({ id }) => <Group key={id} id={plain(id)} />}</Route>
                <Route path="/me" component={Me} />
                <Route>{() => <Missing />}</Route>
              </Switch>
            </Suspense>
          </Boundary>
        </MeProvider>
      </Shell>
    </Provider>
  );
}
