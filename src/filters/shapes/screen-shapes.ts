/** Outlines for what is fixed to the screen. Pure; owns no filter. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

export function roundedBox({ x, y, width, height, radius }: Box): string {
  const [right, bottom] = [x + width, y + height];
  const corner = (toX: number, toY: number) => `A${radius} ${radius} 0 0 1 ${toX} ${toY}`;
  return [
    `M${x + radius} ${y} H${right - radius}`,
    corner(right, y + radius),
    `V${bottom - radius}`,
    corner(right - radius, bottom),
    `H${x + radius}`,
    corner(x, bottom - radius),
    `V${y + radius}`,
    corner(x + radius, y),
    'Z',
  ].join(' ');
}

/** All of a frame of 160 by 90 but a rounded window, for the rule "evenodd". */
export function aroundWindow(window: Box): string {
  return `M0 0 H160 V90 H0 Z ${roundedBox(window)}`;
}
