/** The filters of this version by group, the most wanted first: the order in which they are shown. The first is worn before any choice. */
import { antenna } from './antenna.ts';
import { astronaut } from './astronaut.ts';
import { autumnLeaves } from './autumn-leaves.ts';
import { aviators } from './aviators.ts';
import { baseballCap } from './baseball-cap.ts';
import { beanie } from './beanie.ts';
import { beard } from './beard.ts';
import { birthday } from './birthday.ts';
import { blackAndWhite } from './black-and-white.ts';
import { blackFrames } from './black-frames.ts';
import { blurredFace } from './blurred-face.ts';
import { bow } from './bow.ts';
import { bubbles } from './bubbles.ts';
import { bunnyEars } from './bunny-ears.ts';
import { bushyMoustache } from './bushy-moustache.ts';
import { butterfly } from './butterfly.ts';
import { camcorder } from './camcorder.ts';
import { carnivalMask } from './carnival-mask.ts';
import { cat } from './cat.ts';
import { catEars } from './cat-ears.ts';
import { catEyeGlasses } from './cat-eye-glasses.ts';
import { cheekTattoo } from './cheek-tattoo.ts';
import { chefHat } from './chef-hat.ts';
import { cinemaGlasses } from './cinema-glasses.ts';
import { closeUp } from './close-up.ts';
import { clown } from './clown.ts';
import { clownNose } from './clown-nose.ts';
import { confetti } from './confetti.ts';
import { cool } from './cool.ts';
import { coveredFace } from './covered-face.ts';
import { cowboyHat } from './cowboy-hat.ts';
import { crown } from './crown.ts';
import { devilHorns } from './devil-horns.ts';
import { disguise } from './disguise.ts';
import { diver } from './diver.ts';
import { dog } from './dog.ts';
import { eyePatch } from './eye-patch.ts';
import { fanStripes } from './fan-stripes.ts';
import { film } from './film.ts';
import { filmStrip } from './film-strip.ts';
import type { Filter } from './filter.ts';
import { flowerCrown } from './flower-crown.ts';
import { foreheadText } from './forehead-text.ts';
import { gentleman } from './gentleman.ts';
import { glasses } from './glasses.ts';
import { goldenHour } from './golden-hour.ts';
import { graduationCap } from './graduation-cap.ts';
import { halo } from './halo.ts';
import { headphones } from './headphones.ts';
import { heartCheeks } from './heart-cheeks.ts';
import { heartGlasses } from './heart-glasses.ts';
import { hearts } from './hearts.ts';
import { highKey } from './high-key.ts';
import { keepMeCentred } from './keep-me-centred.ts';
import { lightning } from './lightning.ts';
import { lowLight } from './low-light.ts';
import { medicalMask } from './medical-mask.ts';
import { moonlight } from './moonlight.ts';
import { moustache } from './moustache.ts';
import { nameTag } from './name-tag.ts';
import { newsBanner } from './news-banner.ts';
import { noir } from './noir.ts';
import { onAir } from './on-air.ts';
import { paperBag } from './paper-bag.ts';
import { partyHat } from './party-hat.ts';
import { pastel } from './pastel.ts';
import { pirate } from './pirate.ts';
import { pixelShades } from './pixel-shades.ts';
import { pixelatedFace } from './pixelated-face.ts';
import { polaroid } from './polaroid.ts';
import { princess } from './princess.ts';
import { reindeer } from './reindeer.ts';
import { robotHead } from './robot-head.ts';
import { rockStar } from './rock-star.ts';
import { rosy } from './rosy.ts';
import { roundedBorder } from './rounded-border.ts';
import { santaHat } from './santa-hat.ts';
import { sepia } from './sepia.ts';
import { smiley } from './smiley.ts';
import { snow } from './snow.ts';
import { starFreckles } from './star-freckles.ts';
import { steady } from './steady.ts';
import { sugarSkull } from './sugar-skull.ts';
import { sunHat } from './sun-hat.ts';
import { tealOrange } from './teal-orange.ts';
import { tiger } from './tiger.ts';
import { topHat } from './top-hat.ts';
import { twinklingStars } from './twinkling-stars.ts';
import { unicorn } from './unicorn.ts';
import { vikingHelmet } from './viking-helmet.ts';
import { vintage } from './vintage.ts';
import { vivid } from './vivid.ts';
import { warm } from './warm.ts';
import { wizardHat } from './wizard-hat.ts';

export const FILTERS: readonly Filter[] = [
  glasses,
  aviators,
  blackFrames,
  catEyeGlasses,
  heartGlasses,
  cinemaGlasses,
  pixelShades,
  partyHat,
  crown,
  topHat,
  cowboyHat,
  baseballCap,
  beanie,
  santaHat,
  wizardHat,
  chefHat,
  graduationCap,
  sunHat,
  vikingHelmet,
  flowerCrown,
  catEars,
  bunnyEars,
  bow,
  halo,
  devilHorns,
  unicorn,
  reindeer,
  antenna,
  headphones,
  moustache,
  bushyMoustache,
  beard,
  disguise,
  clownNose,
  eyePatch,
  medicalMask,
  astronaut,
  diver,
  carnivalMask,
  cat,
  dog,
  tiger,
  butterfly,
  sugarSkull,
  fanStripes,
  heartCheeks,
  starFreckles,
  foreheadText,
  lightning,
  cheekTattoo,
  noir,
  gentleman,
  pirate,
  rockStar,
  clown,
  princess,
  goldenHour,
  blackAndWhite,
  warm,
  cool,
  film,
  lowLight,
  highKey,
  tealOrange,
  vivid,
  pastel,
  sepia,
  vintage,
  moonlight,
  rosy,
  hearts,
  confetti,
  snow,
  bubbles,
  twinklingStars,
  autumnLeaves,
  pixelatedFace,
  blurredFace,
  coveredFace,
  paperBag,
  smiley,
  robotHead,
  keepMeCentred,
  closeUp,
  steady,
  nameTag,
  newsBanner,
  onAir,
  polaroid,
  filmStrip,
  roundedBorder,
  camcorder,
  birthday,
];

/** Null when this version has no such filter. */
export function findFilter(id: string): Filter | null {
  return FILTERS.find((filter) => filter.id === id) ?? null;
}
