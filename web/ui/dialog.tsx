import { useEffect, useId, useRef, type ReactNode } from 'react';
import { en } from '../texts/en.ts';
import styles from './dialog.module.css';
import { Button } from './parts.tsx';

/** A window over the page while it is rendered; Escape and its button close it. */
export function Dialog({ title, close, children }: { title: ReactNode; close(): void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <Button look="quiet" onClick={close}>
          {en.common.close}
        </Button>
      </div>
      {children}
    </dialog>
  );
}

/** A question before something that can't be taken back. */
export function Confirm({
  title,
  act,
  busy = false,
  close,
  children,
}: {
  title: string;
  /** What the button says that does it, and what it does. */
  act: { text: string; run(): void };
  busy?: boolean;
  close(): void;
  children?: ReactNode;
}) {
  return (
    <Dialog title={title} close={close}>
      {children}
      <div className={styles.acts}>
        <Button onClick={close}>{en.common.cancel}</Button>
        <Button look="bad" busy={busy} onClick={act.run}>
          {act.text}
        </Button>
      </div>
    </Dialog>
  );
}
