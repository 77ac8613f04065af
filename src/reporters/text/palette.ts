import picocolors from 'picocolors';

export type Palette = ReturnType<typeof picocolors.createColors>;

/** The colours of a report; every one of them is the identity when `color` is false. */
export function paletteOf(color: boolean): Palette {
  return picocolors.createColors(color);
}
