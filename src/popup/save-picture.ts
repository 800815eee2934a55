/** Hands a picture to the browser's downloads. A link does it: no permission is needed, and nothing leaves the machine. */
import type { Snapshot } from '../shared/status.ts';

export function pictureBytes({ base64, mime }: Pick<Snapshot, 'base64' | 'mime'>): Blob {
  return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type: mime });
}

export function savePicture(picture: Blob, now: Date): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = pictureName(now);
  link.click();
  // The download has its own hold on the bytes by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** In the user's time, sorting by it, without what file systems refuse. */
export function pictureName(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.');
  return `filtroume ${day} ${time}.png`;
}
