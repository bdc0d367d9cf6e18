import { Migration } from '@mikro-orm/migrations';

/** Quizzes as their authors keep them. */
export class Migration20261121210000_quizzes extends Migration {
  override up(): void {
    this.addSql(`
      create table quiz (
        id uuid primary key,
        author_id uuid not null references users,
        -- The author's own name for it: the same again is the same quiz.
        key text,
        title text not null,
        questions jsonb not null check (jsonb_typeof(questions) = 'array'),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        deleted_at timestamptz,
        unique (author_id, key)
      );
      create index quiz_author on quiz (author_id, id) where deleted_at is null;
    `);
  }

  override down(): void {
    this.addSql('drop table quiz;');
  }
}
