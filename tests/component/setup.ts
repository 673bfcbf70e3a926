// As the app does before it asks anything of the database.
import '#lib/shell/database.ts';
