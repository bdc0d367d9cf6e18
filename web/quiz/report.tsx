import { useState } from 'react';
import { useQuery } from 'urql';
import { accessToken } from '../api/session.ts';
import { QuizReportDocument, type ReportQuestionFragment } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Button, Card } from '../ui/parts.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import { say } from '../ui/toasts.tsx';
import { Options } from './hostAsked.tsx';
import styles from './report.module.css';

const t = en.quizHost;

/** How a quiz went, for its host: each question, everyone who played, and both as files. */
export function Report({ roomId }: { roomId: string }) {
  const [{ data, error }, again] = useQuery({ query: QuizReportDocument, variables: { id: roomId } });
  const report = data?.quizRoom?.report;
  if (error && !data) return <Failed message={error.message} again={again} />;
  if (!data) return <Loading />;
  if (!report) return null;
  return (
    <Card
      title={t.report}
      actions={
        <span className={styles.files}>
          <CsvFile path={report.csvPath} text={t.csvPlayers} />
          <CsvFile path={`${report.csvPath}?per=question`} text={t.csvQuestions} />
        </span>
      }
    >
      <ol className={styles.questions}>
        {report.questions.map((question) => (
          <QuestionReport key={question.index} question={question} />
        ))}
      </ol>
      <h3>{t.players}</h3>
      <table className={styles.players}>
        <thead>
          <tr>
            <th>{t.rank}</th>
            <th>{t.player}</th>
            <th className="number">{t.score}</th>
            <th className="number">{t.right}</th>
            <th className="number">{t.average}</th>
          </tr>
        </thead>
        <tbody>
          {report.players.edges.map(({ node }) => (
            <tr key={node.user.id}>
              <td>{node.rank ?? '–'}</td>
              <td>{node.displayName}</td>
              <td className="number">{en.quizRoom.points(node.score)}</td>
              <td className="number">{t.answered(node.correct, node.answered)}</td>
              <td className="number">{node.averageMs === null ? '–' : t.seconds(node.averageMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.players.pageInfo.hasNextPage && <p>{t.firstHundred}</p>}
    </Card>
  );
}

function QuestionReport({ question }: { question: ReportQuestionFragment }) {
  const { index, body, options, revealed, correctOptions, distribution, answered, correct, averageMs } = question;
  return (
    <li>
      <details>
        <summary>
          <b>
            {index + 1}. {body}
          </b>
          <span>{revealed ? t.facts(answered, correct, averageMs) : t.notAsked}</span>
          {revealed && <meter min={0} max={Math.max(1, answered)} value={correct} aria-label={t.right} />}
        </summary>
        <Options options={options} right={correctOptions ?? []} distribution={distribution} />
      </details>
    </li>
  );
}

/** A file that is only for who holds a token: fetched with it, then handed to the browser to keep. */
function CsvFile({ path, text }: { path: string; text: string }) {
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const response = await fetch(path, { headers: { authorization: `Bearer ${await accessToken()}` } });
      if (!response.ok) throw new Error(response.statusText);
      const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
      const address = URL.createObjectURL(await response.blob());
      const link = Object.assign(document.createElement('a'), { href: address, download: named ?? 'report.csv' });
      link.click();
      URL.revokeObjectURL(address);
    } catch {
      say(t.csvFailed, 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={() => void download()}>
      {text}
    </Button>
  );
}
