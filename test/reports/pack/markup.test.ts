// Whatever a record says, it stays text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Markup, markup } from '../../../src/reports/pack/markup.js';
import { NAUGHTY_NAMES } from '../../exports/naughty-names.js';
import { property } from '../../support/property.js';

const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

function textOf(content: string): string {
  return markup`<td title="${content}">${content}</td>`.text;
}

/** What is in the cell and its attribute; nothing but the tags around them is markup. */
function expectText(content: string): void {
  const [, attribute = '', cell] = /^<td title="([^"<>']*)">([^"<>']*)<\/td>$/.exec(textOf(content)) ?? [];
  expect(cell).toBe(attribute);
  expect(attribute).not.toMatch(UNSEEN);
  expect(attribute.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
}

describe('a template', () => {
  it('escapes what is put into it', () => {
    expect(markup`<p>${`<script>alert("1 & '2'")</script>`}</p>`.text).toBe(
      '<p>&lt;script&gt;alert(&quot;1 &amp; &#39;2&#39;&quot;)&lt;/script&gt;</p>',
    );
  });

  it('puts in markup as it is, numbers, and lists piece by piece', () => {
    const cells = ['<', markup`<b>${1}</b>`, [new Markup('<i>'), '&']];
    expect(markup`<p>${cells}</p>`.text).toBe('<p>&lt;<b>1</b><i>&amp;</p>');
  });

  it('is on one line, without marks that turn the direction of text', () => {
    expect(textOf('a\r\nb\tc\u202Ed\u2066e\u200Ff\u0000g')).toBe('<td title="a b cdefg">a b cdefg</td>');
  });

  it.each(NAUGHTY_NAMES)('keeps %j a text', expectText);

  property('keeps any text a text', fc.string({ unit: 'binary' }), expectText);
});
