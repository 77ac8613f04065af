import type { TextRange } from '../../model/position.js';
import type { Complaint } from '../problem-catalogue.js';

/** Thrown and caught inside the reading of one YAML text: the first thing that makes it unreadable. */
export class YamlRefusal extends Error {
  constructor(
    readonly range: TextRange,
    readonly complaint: Complaint,
  ) {
    super(complaint.message);
  }
}

export function refuseAt(offset: number, complaint: Complaint): YamlRefusal {
  return new YamlRefusal({ start: offset, end: offset }, complaint);
}
