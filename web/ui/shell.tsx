import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { useOffline } from '../api/connection.ts';
import { useSession } from '../api/session.ts';
import { Entrance } from '../lobby/entrance.tsx';
import { en } from '../texts/en.ts';
import styles from './shell.module.css';
import { Toasts } from './toasts.tsx';

const places = [
  ['/', en.nav.lobby],
  ['/quizzes', en.nav.quizzes],
  ['/battles', en.nav.battles],
  ['/boards', en.nav.boards],
  ['/tournament', en.nav.tournament],
  ['/groups', en.nav.groups],
] as const;

function NavLink({ href, className = '', children }: { href: string; className?: string; children: ReactNode }) {
  const [here] = useRoute(href === '/' ? '/' : `${href}/*?`);
  return (
    <Link href={href} className={`${styles.link} ${className}`} aria-current={here ? 'page' : undefined}>
      {children}
    </Link>
  );
}

/** What is around every screen: the ways to the others, who plays, and whether the connection is there. */
export function Shell({ children }: { children: ReactNode }) {
  const session = useSession();
  const offline = useOffline();
  return (
    <>
      <a className={styles.skip} href="#content">
        {en.nav.skip}
      </a>
      <header className={styles.head}>
        <Link href="/" className={styles.brand}>
          <img src="/cup.svg" alt="" width="28" height="28" />
          {en.common.name}
        </Link>
        {session && (
          <nav aria-label={en.nav.main} className={styles.nav}>
            {places.map(([href, text]) => (
              <NavLink key={href} href={href}>
                {text}
              </NavLink>
            ))}
          </nav>
        )}
        {session ? (
          <NavLink href="/me" className={styles.me ?? ''}>
            <bdi title={session.user.displayName}>{session.user.displayName}</bdi>
          </NavLink>
        ) : (
          <a className={styles.link} href="/graphql">
            {en.nav.api}
          </a>
        )}
      </header>
      <output className={styles.offline} hidden={!offline}>
        {offline && en.common.offline}
      </output>
      <main id="content" tabIndex={-1} className={styles.content}>
        {session ? children : <Entrance />}
      </main>
      <Toasts />
    </>
  );
}
