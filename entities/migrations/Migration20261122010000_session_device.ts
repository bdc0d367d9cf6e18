import { Migration } from '@mikro-orm/migrations';

/** What a session was opened on. */
export class Migration20261122010000_session_device extends Migration {
  override up(): void {
    this.addSql(`
      -- A label such as “Firefox on Android”; null when that is not known, and of sessions that an older node opened.
      alter table session add column device text;
    `);
  }

  override down(): void {
    this.addSql('alter table session drop column device;');
  }
}
