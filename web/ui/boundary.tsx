import { Component, useEffect, useState, type ReactNode } from 'react';
import { en } from '../texts/en.ts';
import styles from './boundary.module.css';
import { Button, ButtonLink, Card } from './parts.tsx';
import { reload, reloadedWell, reloadFor } from './reload.ts';
import { NotLoadedError } from './screen.ts';
import { say } from './toasts.tsx';

interface Fault {
  error: unknown;
}
interface Held {
  at: string;
  fault: Fault | null;
}

/** Around the screen of the place `at`: what fails in it is said in its stead, and what is around it stays. */
export class Boundary extends Component<{ at: string; children: ReactNode }, Held> {
  override state: Held = { at: this.props.at, fault: null };

  static getDerivedStateFromError(error: unknown): Partial<Held> {
    return { fault: { error } };
  }

  /** Another place, another screen. */
  static getDerivedStateFromProps({ at }: { at: string }, held: Held): Held | null {
    return at === held.at ? null : { at, fault: null };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    if (fault.error instanceof NotLoadedError) return <NotLoaded />;
    return <Broken again={() => this.setState({ fault: null })} />;
  }
}

/** Looked for so often while there is none. */
const lookMs = 5_000;

function NotLoaded() {
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const path = location.pathname;
    const look = () => void reloadFor(path);
    const online = () => {
      reloadedWell();
      look();
    };
    look();
    const timer = setInterval(look, lookMs);
    addEventListener('online', online);
    return () => {
      clearInterval(timer);
      removeEventListener('online', online);
    };
  }, []);
  const again = async () => {
    setBusy(true);
    if (await reload()) return;
    setBusy(false);
    say(en.common.noAnswer, 'bad');
  };
  return (
    <Trouble title={en.trouble.notLoaded} text={en.trouble.notLoadedText}>
      <Button look="strong" busy={busy} onClick={() => void again()}>
        {en.common.again}
      </Button>
    </Trouble>
  );
}

function Broken({ again }: { again(): void }) {
  return (
    <Trouble title={en.trouble.broken} text={en.trouble.brokenText}>
      <Button onClick={again}>{en.common.again}</Button>
    </Trouble>
  );
}

function Trouble({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Card>
      <h1>{title}</h1>
      <p role="alert">{text}</p>
      <p className={styles.acts}>
        {children} <ButtonLink href="/">{en.common.home}</ButtonLink>
      </p>
    </Card>
  );
}
