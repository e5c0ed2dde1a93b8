// A rule as it is written: an indicator's id, or a group of rules.
import { z } from 'zod';
import { listOf, mapping, text, wholeNumber } from '../yaml/expect.js';

export interface WrittenGroup {
  readonly all?: readonly WrittenRule[] | undefined;
  readonly any?: readonly WrittenRule[] | undefined;
  readonly at_least?: number | undefined;
  readonly of?: readonly WrittenRule[] | undefined;
}

export type WrittenRule = string | WrittenGroup;

const EXPECTS = 'the id of an indicator, or a mapping with all, any, or at_least and of';

export const rule: z.ZodType<WrittenRule> = z.lazy(() => {
  const list = listOf('a list of indicators', rule).optional();
  const group = mapping(EXPECTS, {
    all: list.describe('Met where every one of these is met.'),
    any: list.describe('Met where at least one of these is met.'),
    at_least: wholeNumber(1, 1000).optional().describe('How many of the list under "of" must be met.'),
    of: list.describe('The list that at_least chooses from.'),
  });
  return z.union([text(EXPECTS, /./u), group], { error: EXPECTS });
});
