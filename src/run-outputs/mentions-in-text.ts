import { distinctMentions, type Mention, type MentionedPlace } from './mention.js';
import { placeIn, placesInList } from './place-in.js';
import { splitHead } from './split-head.js';

/** Longer lines are minified code, and no mention. */
const LONGEST_LINE = 4000;
/** Lines after a head that still may belong to it. */
const LONGEST_BLOCK = 60;

/**
 * The violations that a text for people names: `CONTRACT VIOLATION: <rule>` at the start of a line, with file, line or
 * a list of files on that line or the ones below. Source that a runner quotes (code frames, tracebacks) is no mention.
 */
export function mentionsInText(text: string, ruleIds: readonly string[]): readonly Mention[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let inQuotes = false;
  for (const line of text.split('\n')) {
    const written = line.length > LONGEST_LINE || isQuotedSource(line) ? null : line.replace(LOG_PREFIX, '').trim();
    // A message of a TAP report ends with the quote it began with.
    const body: string | null = written !== null && inQuotes ? written.replace(/"$/, '') : written;
    const head = body === null ? null : HEAD.exec(body.replace(DECORATION, ''));
    if (head) {
      inQuotes ||= body?.startsWith('message: "') === true;
      open = new Block(splitHead(head[1] ?? '', ruleIds), ruleIds);
      blocks.push(open);
    } else if (body === null || isEnd(body) || open?.isLong()) {
      open = undefined;
      inQuotes = false;
    } else {
      const next: Block | null = open?.take(body) ?? null;
      if (next === null) continue;
      open = next;
      blocks.push(next);
    }
  }
  const mentions = blocks.filter((block) => block.isNamed()).map((block) => block.mention());
  return distinctMentions(mentions);
}

/** Time stamps of a CI system, and the mark of pytest. */
const LOG_PREFIX = /^(?:\d{4}-\d\d-\d\dT[\d:.]+Z )?(?:E {2,})?/;
/** What may stand before the words: a bullet, a frame, an emoji, the name of the error, the key of a TAP report. */
const DECORATION =
  /^(?:thread '[^']*' panicked at '|message: "|[^\w\s"'`/([{<]{1,4}\s*)?(?:(?:\w+\.)*\w*(?:Error|Exception|Failure): )?(?:SPECFLOW )?/;
const HEAD = /^contract violations?\b(?: detected| found)?[ \t]*[:!|]?[ \t]*(.*)$/i;

/** `  12 | code`, `> 12 | code`: jest, vitest and our own frames. */
function isQuotedSource(line: string): boolean {
  return /^\s*>?\s*\d+\s*[|│]/.test(line);
}

/** What a runner prints after the message of a failure. */
function isEnd(body: string): boolean {
  return END.test(body);
}

const END =
  /^(?:❯|●|✓|⎯{3}|[=_─—-]{5}|<\/|at (?:\S.*)?:\d+|at (?:async )?\S+ \(|stack backtrace:|note: |thread '|failures:|test result:|FAIL\b|PASS\b|FAILED\b|not ok \d|ok \d|Test Files\b|Tests?:|Test Suites:|\[\d+\/\d+\]|\S+:\d+: \w*Error$)/;

/** A head and the lines below it. */
class Block {
  private readonly ruleIds: string[];
  private readonly places: MentionedPlace[];
  private isBelowBanner = false;
  private isNowhere = false;
  /** What stood behind the last `File:`. */
  private writtenFile = '';
  private lines = 0;

  constructor(
    { ruleIds, place }: ReturnType<typeof splitHead>,
    private readonly known: readonly string[],
  ) {
    this.ruleIds = [...ruleIds];
    this.places = place === null ? [] : [place];
  }

  isNamed(): boolean {
    return this.ruleIds.length + this.places.length > 0;
  }

  isLong(): boolean {
    return this.lines > LONGEST_BLOCK;
  }

  mention(): Mention {
    const places = [...new Map(this.places.map((place) => [JSON.stringify(place), place])).values()];
    return { ruleIds: this.ruleIds, places, isNowhere: this.isNowhere && places.length === 0, fingerprint: null };
  }

  /** Takes in a line; a line that names a rule of its own, below a banner, opens another block. */
  take(body: string): Block | null {
    this.lines++;
    const [, label = '', rest = ''] =
      /^(Match|See|Scope|Severity|Line|File|At|Contract|Pattern)\b:?\s*(.*)$/.exec(body) ?? [];
    switch (label) {
      case 'Match':
      case 'See':
      case 'Scope':
      case 'Severity':
        return null;
      case 'Line':
        this.setLine(rest);
        return null;
      case 'File':
      case 'At':
        // "File contains …" is prose.
        if (/^(?:File|At):/.test(body)) this.add(placeIn(rest, true));
        if (label === 'File') this.writtenFile = rest.trim();
        return null;
      case 'Contract':
        if (this.ruleIds.length === 0) this.ruleIds.push(...splitHead(rest, this.known).ruleIds);
        return null;
      case 'Pattern':
        this.isNowhere ||= /not found in any file in scope$/.test(rest);
        return null;
      default:
        return this.takeUnlabelled(body);
    }
  }

  private takeUnlabelled(body: string): Block | null {
    const named = /^(?:[-*•]\s+)?(?:\[([^\]\s]+)\]\s|([A-Z][A-Z0-9]*(?:[-_][A-Za-z0-9]+)+):\s)/.exec(body);
    const id = named?.[1] ?? named?.[2];
    if (id !== undefined && (this.ruleIds.length === 0 || this.isBelowBanner)) {
      const block = new Block({ ruleIds: [id], place: null }, this.known);
      block.isBelowBanner = true;
      return block;
    }
    this.add(placeIn(body, false));
    for (const place of placesInList(body)) this.add(place);
    return null;
  }

  private add(place: MentionedPlace | null): void {
    if (place !== null) this.places.push(place);
  }

  /** The line stands apart, so all that stood behind `File:` is the name of the file, colons included. */
  private setLine(written: string): void {
    const line = Number(/^\d{1,9}/.exec(written)?.[0] ?? 0);
    if (line > 0 && this.writtenFile !== '' && this.places.length > 0) {
      this.places[this.places.length - 1] = { file: this.writtenFile, line };
    }
  }
}
