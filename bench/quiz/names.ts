const first =
  `Amber Azure Blue Bold Brave Bright Brisk Calm Clear Cosy Crisp Early Fair Fancy Fleet Fresh Gentle Gold Grand Green
Happy Honest Humble Jolly Kind Lively Lucky Merry Mild Misty Noble Olive Patient Plain Proud Quick Quiet Rapid Rosy Royal Silver
Snowy Sunny Swift Tidy Vivid Warm Witty Young Zesty`.split(/\s+/);
const second =
  `Badger Beaver Bison Camel Cheetah Condor Crane Curlew Dingo Dolphin Eagle Falcon Ferret Finch Gazelle Gecko Gibbon
Heron Ibex Iguana Jackal Jaguar Koala Lemur Leopard Lizard Llama Lynx Magpie Marten Moose Newt Ocelot Osprey Otter Panda Puffin
Quail Rabbit Raven Robin Salmon Seal Stork Tiger Toucan Turtle Walrus Weasel Wombat`.split(/\s+/);

/** A display name for each number below 2,500, all different. */
export function nameOf(number: number): string {
  return `${first[Math.floor(number / second.length) % first.length]} ${second[number % second.length]}`;
}
