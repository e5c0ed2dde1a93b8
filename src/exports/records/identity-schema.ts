// A row of the identities table.
import { z } from 'zod';
import { column, filledText, id } from './cell-schema.js';

const SYSTEM_ALLOWED = 'the name of a system: a small letter, then small letters, digits and underscores';

export const identitySchema = z.strictObject({
  student_id: id,
  system: column((cell) => (/^[a-z][a-z0-9_]{0,39}$/.test(cell) ? cell : undefined), SYSTEM_ALLOWED),
  identity: filledText,
});
