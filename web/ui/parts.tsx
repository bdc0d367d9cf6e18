import type { ButtonHTMLAttributes, InputHTMLAttributes, ReactNode } from 'react';
import { useId } from 'react';
import { Link } from 'wouter';
import styles from './parts.module.css';

type Look = 'strong' | 'plain' | 'quiet' | 'bad';

/** A button; `busy`: what it does is under way. */
export function Button({
  look = 'plain',
  busy = false,
  className = '',
  disabled,
  type = 'button',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; busy?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      className={`${styles.button} ${className}`}
      data-look={look}
      aria-busy={busy}
      disabled={disabled || busy}
    />
  );
}

/** A link that looks like a button. */
export function ButtonLink({ href, look = 'plain', children }: { href: string; look?: Look; children: ReactNode }) {
  return (
    <Link href={href} className={styles.button} data-look={look}>
      {children}
    </Link>
  );
}

/** A section with a heading, on a raised ground. */
export function Card({
  title,
  level = 2,
  actions,
  children,
  className = '',
}: {
  title?: ReactNode;
  level?: 2 | 3;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const Heading = `h${level}` as const;
  const id = useId();
  return (
    <section className={`${styles.card} ${className}`} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className={styles.cardHead}>
          <Heading id={id}>{title}</Heading>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

/** An input with its label, what it takes and what is wrong with it. */
export function Field({
  label,
  hint,
  fault,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string | undefined; fault?: string | undefined }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        aria-invalid={Boolean(fault)}
        aria-describedby={hint || fault ? `${id}-about` : undefined}
      />
      {(fault || hint) && (
        <p id={`${id}-about`} className={fault ? styles.fault : styles.hint}>
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}

/** Someone, as they are named everywhere. */
export function Person({ person, me }: { person: { displayName: string; handle: string }; me?: boolean }) {
  return (
    <span className={styles.person} data-me={me} title={`@${person.handle}`}>
      {person.displayName}
    </span>
  );
}

/** What is said where there is nothing yet. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>;
}

export function Badge({ tone = 'plain', children }: { tone?: 'good' | 'bad' | 'gold' | 'plain'; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
