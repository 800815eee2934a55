/** The filters of this version by group, the most wanted first: the order in which they are shown. The first is worn before any choice. */

import type { Filter } from '../schema/filter.ts';
import { birthday } from './border/birthday.ts';
import { camcorder } from './border/camcorder.ts';
import { filmStrip } from './border/film-strip.ts';
import { nameTag } from './border/name-tag.ts';
import { newsBanner } from './border/news-banner.ts';
import { onAir } from './border/on-air.ts';
import { polaroid } from './border/polaroid.ts';
import { roundedBorder } from './border/rounded-border.ts';
import { closeUp } from './framing/close-up.ts';
import { keepMeCentred } from './framing/keep-me-centred.ts';
import { steady } from './framing/steady.ts';
import { blackAndWhite } from './grade/black-and-white.ts';
import { cool } from './grade/cool.ts';
import { film } from './grade/film.ts';
import { goldenHour } from './grade/golden-hour.ts';
import { highKey } from './grade/high-key.ts';
import { lowLight } from './grade/low-light.ts';
import { moonlight } from './grade/moonlight.ts';
import { pastel } from './grade/pastel.ts';
import { rosy } from './grade/rosy.ts';
import { sepia } from './grade/sepia.ts';
import { tealOrange } from './grade/teal-orange.ts';
import { vintage } from './grade/vintage.ts';
import { vivid } from './grade/vivid.ts';
import { warm } from './grade/warm.ts';
import { clown } from './look/clown.ts';
import { gentleman } from './look/gentleman.ts';
import { noir } from './look/noir.ts';
import { pirate } from './look/pirate.ts';
import { princess } from './look/princess.ts';
import { rockStar } from './look/rock-star.ts';
import { autumnLeaves } from './particles/autumn-leaves.ts';
import { bubbles } from './particles/bubbles.ts';
import { confetti } from './particles/confetti.ts';
import { hearts } from './particles/hearts.ts';
import { snow } from './particles/snow.ts';
import { twinklingStars } from './particles/twinkling-stars.ts';
import { butterfly } from './picture/butterfly.ts';
import { carnivalMask } from './picture/carnival-mask.ts';
import { cat } from './picture/cat.ts';
import { cheekTattoo } from './picture/cheek-tattoo.ts';
import { dog } from './picture/dog.ts';
import { fanStripes } from './picture/fan-stripes.ts';
import { foreheadText } from './picture/forehead-text.ts';
import { heartCheeks } from './picture/heart-cheeks.ts';
import { lightning } from './picture/lightning.ts';
import { starFreckles } from './picture/star-freckles.ts';
import { sugarSkull } from './picture/sugar-skull.ts';
import { tiger } from './picture/tiger.ts';
import { blurredFace } from './privacy/blurred-face.ts';
import { coveredFace } from './privacy/covered-face.ts';
import { paperBag } from './privacy/paper-bag.ts';
import { pixelatedFace } from './privacy/pixelated-face.ts';
import { robotHead } from './privacy/robot-head.ts';
import { smiley } from './privacy/smiley.ts';
import { antenna } from './wearable/antenna.ts';
import { astronaut } from './wearable/astronaut.ts';
import { aviators } from './wearable/aviators.ts';
import { baseballCap } from './wearable/baseball-cap.ts';
import { beanie } from './wearable/beanie.ts';
import { beard } from './wearable/beard.ts';
import { blackFrames } from './wearable/black-frames.ts';
import { bow } from './wearable/bow.ts';
import { bunnyEars } from './wearable/bunny-ears.ts';
import { bushyMoustache } from './wearable/bushy-moustache.ts';
import { catEars } from './wearable/cat-ears.ts';
import { catEyeGlasses } from './wearable/cat-eye-glasses.ts';
import { chefHat } from './wearable/chef-hat.ts';
import { cinemaGlasses } from './wearable/cinema-glasses.ts';
import { clownNose } from './wearable/clown-nose.ts';
import { cowboyHat } from './wearable/cowboy-hat.ts';
import { crown } from './wearable/crown.ts';
import { devilHorns } from './wearable/devil-horns.ts';
import { disguise } from './wearable/disguise.ts';
import { diver } from './wearable/diver.ts';
import { eyePatch } from './wearable/eye-patch.ts';
import { flowerCrown } from './wearable/flower-crown.ts';
import { glasses } from './wearable/glasses.ts';
import { graduationCap } from './wearable/graduation-cap.ts';
import { halo } from './wearable/halo.ts';
import { headphones } from './wearable/headphones.ts';
import { heartGlasses } from './wearable/heart-glasses.ts';
import { medicalMask } from './wearable/medical-mask.ts';
import { moustache } from './wearable/moustache.ts';
import { partyHat } from './wearable/party-hat.ts';
import { pixelShades } from './wearable/pixel-shades.ts';
import { reindeer } from './wearable/reindeer.ts';
import { santaHat } from './wearable/santa-hat.ts';
import { sunHat } from './wearable/sun-hat.ts';
import { topHat } from './wearable/top-hat.ts';
import { unicorn } from './wearable/unicorn.ts';
import { vikingHelmet } from './wearable/viking-helmet.ts';
import { wizardHat } from './wearable/wizard-hat.ts';

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
