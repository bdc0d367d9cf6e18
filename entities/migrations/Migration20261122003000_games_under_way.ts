import { Migration } from '@mikro-orm/migrations';

/** How many games are under way, without a look at all that ever were. */
export class Migration20261122003000_games_under_way extends Migration {
  override up(): void {
    this.addSql(`create index game_active on game (id) where status = 'ACTIVE';`);
  }

  override down(): void {
    this.addSql(`drop index game_active;`);
  }
}
