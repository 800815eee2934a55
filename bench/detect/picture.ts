/** The bench's picture on a canvas, as detectors of pages take it. Kept in plain memory, which spares them a read-back. */
export async function drawPicture(url: string, width: number, height: number): Promise<HTMLCanvasElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(image, 0, 0, width, height);
  return canvas;
}
