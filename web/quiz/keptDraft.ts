import type { Draft } from './draft.ts';

/** Changes that were not saved yet. */
export interface KeptDraft {
  draft: Draft;
  /** So that saving a new quiz twice keeps one. */
  createKey: string;
}

const nameOf = (userId: string, quizId: string | null) => `cupbearer.quiz.${userId}.${quizId ?? 'new'}`;

/** What this browser holds of somebody's changes to a quiz. */
export function keptDraft(userId: string, quizId: string | null): KeptDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(userId, quizId)) ?? 'null') as KeptDraft | null;
    return Array.isArray(kept?.draft.questions) ? kept : null;
  } catch {
    return null;
  }
}

export function keepDraft(userId: string, quizId: string | null, kept: KeptDraft): void {
  try {
    localStorage.setItem(nameOf(userId, quizId), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: the changes are on the screen only.
  }
}

export function dropDraft(userId: string, quizId: string | null): void {
  localStorage.removeItem(nameOf(userId, quizId));
}
