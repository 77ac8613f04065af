import { isCalendarDate } from '../../model/calendar-date.js';
import { type JsonNode, memberValue } from '../../model/json-document.js';
import { nearestName } from '../../model/suggest.js';
import type { ExtraField } from '../store.js';
import type { StoreNotes } from './notes.js';

type ObjectNode = JsonNode & { readonly kind: 'object' };

/** Reads the fields of one JSON object, each by its type, and reports what is not as it should be. */
export class FieldReader {
  /** Whether anything invalid was met. */
  failed = false;
  private readonly name: string;

  constructor(
    private readonly object: ObjectNode,
    private readonly pointer: string,
    private readonly known: readonly string[],
    private readonly notes: StoreNotes,
  ) {
    const id = this.node('id');
    this.name = id?.kind === 'string' && id.value !== '' ? `"${id.value}"` : pointer;
    this.warnOfMisspellings();
  }

  node(field: string): JsonNode | null {
    return memberValue(this.object, field);
  }

  required(field: string): JsonNode | null {
    const node = this.node(field);
    if (node === null) {
      const near = nearestName(field, this.unknownKeys());
      this.invalid(
        this.object,
        field,
        'is missing',
        near === null ? null : `Did you mean "${field}" where "${near}" stands?`,
      );
    }
    return node;
  }

  text(field: string, emptiness: 'not-empty' | 'may-be-empty' = 'not-empty'): string | null {
    const node = this.required(field);
    if (node === null) return null;
    if (node.kind === 'string' && (emptiness === 'may-be-empty' || node.value.trim() !== '')) return node.value;
    this.invalid(
      node,
      field,
      emptiness === 'may-be-empty' ? 'must be a string' : 'must be a string that is not empty',
      null,
    );
    return null;
  }

  /** A whole number from 0; 0 where the field is absent. */
  count(field: string): number {
    const node = this.node(field);
    if (node === null) return 0;
    if (node.kind === 'number' && Number.isSafeInteger(node.value) && node.value >= 0) return node.value;
    this.invalid(node, field, 'must be a whole number from 0', null);
    return 0;
  }

  /** A list of texts; empty where the field is absent. */
  texts(field: string): readonly string[] {
    const node = this.node(field);
    if (node === null) return [];
    const items = node.kind === 'array' ? node.items : [node];
    const texts = items.flatMap((item) => (item.kind === 'string' && item.value !== '' ? [item.value] : []));
    if (node.kind === 'array' && texts.length === items.length) return texts;
    this.invalid(node, field, 'must be a list of strings that are not empty', null);
    return [];
  }

  /** A whole number from 1. */
  line(field: string): number | null {
    const node = this.required(field);
    if (node === null) return null;
    if (node.kind === 'number' && Number.isSafeInteger(node.value) && node.value >= 1) return node.value;
    this.invalid(node, field, 'must be a whole number from 1', null);
    return null;
  }

  date(field: string, need: 'required' | 'optional'): string | null {
    const node = need === 'required' ? this.required(field) : this.node(field);
    if (node === null || (need === 'optional' && node.kind === 'literal' && node.value === null)) return null;
    if (node.kind === 'string' && isCalendarDate(node.value)) return node.value;
    this.invalid(node, field, `must be a date such as "2026-01-31"${need === 'optional' ? ' or null' : ''}`, null);
    return null;
  }

  flag(field: string): boolean {
    const node = this.node(field);
    if (node === null) return false;
    if (node.kind === 'literal' && node.value !== null) return node.value;
    this.invalid(node, field, 'must be true or false', null);
    return false;
  }

  /** The first of `values` is the default. */
  oneOf<const T extends string>(field: string, values: readonly [T, ...T[]]): T {
    const node = this.node(field);
    if (node === null) return values[0];
    const value = node.kind === 'string' ? values.find((allowed) => allowed === node.value) : undefined;
    if (value !== undefined) return value;
    this.invalid(node, field, `must be one of ${values.map((allowed) => `"${allowed}"`).join(', ')}`, null);
    return values[0];
  }

  /** The unknown fields, each with the known one it stands behind. */
  extras(): readonly ExtraField[] {
    let after: string | null = null;
    const extras: ExtraField[] = [];
    for (const { key, value } of this.object.members) {
      if (this.known.includes(key)) after = key;
      else extras.push({ after, key, value });
    }
    return extras;
  }

  invalid(node: JsonNode | null, field: string, wrong: string, help: string | null): void {
    this.failed = true;
    const offset = (node ?? this.object).offset;
    this.notes.invalid(
      'pattern-store/field',
      offset,
      `${this.name}: "${field}" ${wrong}.`,
      help ?? `At ${this.pointer}/${field}.`,
    );
  }

  finding(node: JsonNode, code: string, message: string, help: string | null = null): void {
    const rule = this.node('rule_id');
    this.notes.finding(
      code,
      node.offset,
      rule?.kind === 'string' ? rule.value : null,
      `${this.name}: ${message}`,
      help,
    );
  }

  private unknownKeys(): string[] {
    return this.object.members.map(({ key }) => key).filter((key) => !this.known.includes(key));
  }

  /** A misspelt `retired` would silently leave a pattern in service. */
  private warnOfMisspellings(): void {
    for (const { key, offset } of this.object.members) {
      if (this.known.includes(key)) continue;
      const near = nearestName(key, this.known);
      if (near === null || this.node(near) !== null) continue;
      this.notes.warning(
        'pattern-store/unknown-field',
        offset,
        `${this.name}: unknown field "${key}"; it is kept but means nothing.`,
        `Did you mean "${near}"?`,
      );
    }
  }
}
