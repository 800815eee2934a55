/** ImageCapture of a camera's track. */
import { type Laws, openStream, openTrack, outcomeOf } from './law.ts';

const PHOTO_SETTINGS: readonly unknown[] = [
  undefined,
  { imageWidth: 640, imageHeight: 480 },
  { imageHeight: 99_999 },
  { redEyeReduction: true },
  { fillLightMode: 'flash' },
  { fillLightMode: 'none of these' },
  5,
];

async function describePicture(picture: ImageBitmapSource): Promise<readonly unknown[]> {
  const { width, height } = await createImageBitmap(picture);
  return [Object.prototype.toString.call(picture), picture instanceof Blob && picture.type, width, height];
}

export const photoLaws: Laws = {
  async 'a frame is grabbed while there may be one'() {
    const track = await openTrack();
    const capture = new ImageCapture(track);
    const answers: unknown[] = [capture.track === track, Object.getOwnPropertyNames(capture)];
    answers.push(await describePicture(await capture.grabFrame()));
    track.enabled = false;
    for (const method of ['grabFrame', 'takePhoto', 'getPhotoSettings'] as const) {
      answers.push(await outcomeOf(() => capture[method]()));
    }
    track.enabled = true;
    track.stop();
    for (const method of ['grabFrame', 'takePhoto', 'getPhotoSettings', 'getPhotoCapabilities'] as const) {
      answers.push(await outcomeOf(() => capture[method]()));
    }
    return answers;
  },

  async 'a photo is taken, and asked for wrongly'() {
    const track = await openTrack();
    const capture = new ImageCapture(track);
    const { imageWidth, imageHeight, redEyeReduction, fillLightMode } = await capture.getPhotoCapabilities();
    const range = (of: MediaSettingsRange | undefined) => of && [of.min, of.max, of.step];
    const answers: unknown[] = [
      [range(imageWidth), range(imageHeight), redEyeReduction, fillLightMode],
      await capture.getPhotoSettings(),
    ];
    for (const settings of PHOTO_SETTINGS) {
      answers.push(
        await outcomeOf(async () => describePicture(await capture.takePhoto(settings as PhotoSettings))),
      );
    }
    const clone = track.clone();
    answers.push(await describePicture(await new ImageCapture(clone).takePhoto()));
    clone.stop();
    return answers;
  },

  async 'what cannot be captured is refused'() {
    const stream = await openStream({ audio: true, video: true });
    const Capture = ImageCapture as unknown as new (...args: unknown[]) => object;
    const answers: unknown[] = [await outcomeOf(() => new Capture())];
    for (const wrong of [null, {}, 'track', stream, stream.getAudioTracks()[0]]) {
      answers.push(await outcomeOf(() => new Capture(wrong)));
    }
    return answers;
  },
};
