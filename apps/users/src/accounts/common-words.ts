/**
 * Passwords and words that head every published list of leaked passwords, in lower case and without disguise; whatever
 * is formed from them by rule (signs around them, walks, repetitions) is recognised beside the list, not written here.
 */
export const commonWords = `
  password passwort passwords passw0rd passwd password1 motdepasse contrasena contraseña senha parola wachtwoord haslo
  hasło heslo jelszo salasana lozinka kennwort geheim geheimnis secret secrets topsecret mysecret letmein letmein1 letmeinn
  welcome welcomes welcome1 welkom willkommen bienvenue bienvenido benvenuto admin administrator adminadmin root rootroot
  toor test tester testing testtest testuser test1234 guest guest123 user user1234 username default changeme changeit
  changethis temporary temppass temp1234 demo demodemo login loginlogin access access14 master masterkey superuser
  sysadmin system manager operator support service public private internet computer computers keyboard monitor laptop
  desktop windows microsoft google facebook twitter instagram youtube linkedin myspace yahoo hotmail gmail android iphone
  samsung nokia motorola blackberry apple macintosh linux ubuntu debian oracle cisco server database network security
  parley parleychat chatchat qwerty qwertz azerty qwerty1 qwerty12 qwerty123 qwertyui qwertyuiop qwert qweasd qweasdzxc
  qweqwe qazwsx qazwsxedc asdf asdfasdf asdfgh asdfghjkl asdasd asdasdasd zxcvbn zxcvbnm zxczxc zaqwsx abc123 abc12345
  abcd1234 a1b2c3 a1b2c3d4 a12345678 aa123456 a123456789 q1w2e3r4 q1w2e3r4t5 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 zaq12wsx
  123456 1234567 12345678 123456789 1234567890 123123 123123123 12341234 123321 1234321 123454321 12344321 987654321
  87654321 0987654321 11223344 112233 1122334455 11112222 147258369 147852369 159753 159357 789456123 741852963 963852741
  456789 456123 123654 123654789 321321 654321 7654321 102030 10203040 01234567 13579 1357924680 24681012 246810 314159
  31415926 3141592654 27182818 88888888 66666666 123456a 123456q 123456789a 123456abc 123abc 123qwe 123qweasd 12qwaszx
  1234qwer qwer1234 qwerasdf asdf1234 zxcv1234 pass1234 pass word passpass passpass1 mypass mypassword mypasswd newpass
  newpassword oldpassword yourpassword thepassword nopassword nopass password12 password123 password1234 password12345
  iloveyou iloveyou1 iloveyou2 iloveu ilovehim iloveher iloveme ilovegod ilovemom ilovemusic ilovedogs ilovecats lovelove
  loveyou loveme lovers lover love123 loveless lovelife lovely lovebug mylove mylove1 truelove firstlove onelove jetaime
  tequiero teamo teamomucho tiamo amoremio amore amoreamore ichliebedich liebe jesus jesus1 jesuschrist christ jesus123
  godisgood godislove inshallah bismillah allah blessed blessing faithful heaven angel angels angel123 angelito devil
  satan lucifer princess princesa princess1 principessa prinzessin princesse prince queen king kingking kings kingdom
  queenbee barbie cinderella snowwhite tinkerbell disney mickey mickeymouse minnie minniemouse donald donaldduck goofy pooh
  winniethepooh tigger eeyore nemo simba pumbaa bambi dumbo shrek elmo cookie cookies cookiemonster bigbird snoopy
  garfield scooby scoobydoo spongebob patrick pokemon pikachu charizard naruto sasuke goku dragonball vegeta onepiece
  luffy hellokitty doraemon superman batman spiderman ironman captain captainamerica wolverine deadpool avengers hulk
  thor catwoman wonderwoman robin joker starwars starwars1 skywalker lukeskywalker anakin vader darthvader yoda
  obiwan chewbacca hansolo startrek enterprise spock matrix terminator rambo rocky gandalf frodo bilbo aragorn legolas
  gollum hobbit mordor harrypotter hermione dumbledore hogwarts voldemort gryffindor slytherin narnia twilight edward
  bella gameofthrones winterfell dragon dragons dragon1 dragonfly dragonfire monkey monkey1 monkeys monkey123 tiger tigers
  tiger123 lion lions lionking panther panthers eagle eagles falcon falcons hawk hawks phoenix bear bears teddybear wolf
  wolves werewolf fox foxes foxtrot horse horses pony unicorn unicorns butterfly butterflies ladybug spider scorpion cobra
  snake python viper turtle turtles frog froggy dolphin dolphins shark sharks whale penguin penguins pinguin chicken
  rooster turkey duck duckling goose swan parrot pigeon rabbit bunny hamster mouse kitty kitten kittens kittycat cat cats
  pussycat tomcat puppy puppies puppy123 doggy doggie dog dogs bulldog bulldogs rottweiler labrador poodle beagle
  schnuffel schatz schatzi hallo hallo123 hallohallo hello hello123 hellohello hello1 helloworld goodbye bonjour bonjour1
  hola holahola hola123 ciao ciaociao privet marhaba namaste salam salut merci danke gracias grazie obrigado sunshine
  sunshine1 sunflower sunflowers sunrise sunset sunny moonlight moonshine moon starlight starstar stars star shine rainbow
  rainbows rainbow1 thunder lightning storm stormy hurricane tornado snow snowball snowflake snowman snowboard winter
  winter1 summer summer1 summer123 summertime spring springtime autumn herbst sommer verano primavera january february
  march april may june july august september october november december monday tuesday wednesday thursday friday saturday
  sunday weekend holiday holidays vacation birthday christmas halloween easter newyear valentine flower flowers flower1
  blume blumen fleur roses rose rosebud orchid daisy lily lilly violet violets jasmine cherry cherries strawberry
  blueberry raspberry apple123 apples banana bananas orange oranges lemon lemonade peach peaches mango kiwi coconut
  pineapple watermelon grapes tomato potato pepper peppers chili ginger cinnamon vanilla chocolate chocolate1 chocolat
  schokolade candy candyman sugar honey honeybee honeybun honeymoon sweetie sweetpea sweetheart sweets sweet sweety cupcake
  muffin pancake pudding brownie icecream pizza pizzapizza hamburger cheese cheeseburger butter sandwich spaghetti
  noodles sushi coffee kaffee cappuccino teapot whiskey whisky vodka tequila beer budweiser heineken guinness corona
  cocacola pepsi sprite redbull marlboro football football1 fussball fussball1 futbol soccer soccer1 soccer10 baseball
  baseball1 basketball basket basketball1 volleyball softball hockey tennis golf golfer golfing swimming swimmer cricket
  rugby boxing wrestling karate bowling skater skateboard skating surfer surfing snowboarding skiing cycling running
  runner gymnast gymnastics cheerleader cheer dancer dancing ballet yoga fitness arsenal arsenal1 chelsea chelsea1
  liverpool liverpool1 manchester manutd manchesterunited mancity everton tottenham westham newcastle celtic rangers
  barcelona barcelona1 barca fcbarcelona realmadrid juventus inter internazionale milan acmilan napoli roma bayern
  bayernmunchen borussia dortmund schalke hamburg ajax ajaxamsterdam feyenoord benfica sporting porto galatasaray
  fenerbahce besiktas boca bocajuniors riverplate flamengo corinthians palmeiras santos yankees redsox cubs dodgers
  mets giants steelers cowboys packers raiders broncos patriots redskins chargers vikings lakers celtics bulls
  chicagobulls spurs warriors jordan jordan23 michaeljordan lebron kobe kobe24 ronaldo ronaldo7 cristiano messi messi10
  neymar beckham zidane maradona pele ferrari porsche mercedes mercedesbenz bmw audi volkswagen volvo toyota honda
  yamaha suzuki kawasaki ducati harley harleydavidson corvette mustang mustang1 camaro chevrolet chevy ford dodge jeep
  subaru nissan mazda mitsubishi lamborghini maserati bugatti racecar racing driver trucker nascar michael michael1
  michelle jennifer jessica jessica1 ashley ashley1 amanda samantha daniel daniel1 danielle david david123 matthew
  anthony andrew andrea joshua joseph charlie charlie1 charles thomas thomas1 george george1 robert robert1 william
  williams jonathan jonathon nicholas nicole nicole1 christian christina christine christopher stephanie alexander
  alexandra alexandre alejandro alexis benjamin brandon brandy brittany cameron caroline carolina catherine cynthia
  dominic elizabeth emily emma francesco francesca frederic gabriel gabriela gabriella giovanni giuseppe hannah heather
  isabella isabelle jacqueline jasmin jeremy johnny justin katherine kathleen kimberly kristina lauren leonardo lorenzo
  madison marcus margaret maria mariana marianne marina martin martina matteo maverick melanie melissa miguel mohamed
  mohammed muhammad natalie natasha nathalie nathan oliver olivia patricia patrick1 pedro rachel rebecca ricardo richard
  roberto samuel sandra santiago sarah sebastian sophia sophie stefan stefano steven susana sylvia tatiana teresa tiffany
  valentina valeria vanessa veronica victor victoria vincent virginia vladimir yolanda abdullah ibrahim mustafa fatima
  superstar superstar1 superman1 supergirl superboy supernova supersonic super123 rockstar rockstar1 rocknroll metallica
  nirvana slipknot greenday linkinpark evanescence blink182 eminem 50cent tupac snoopdogg beatles thebeatles rollingstones
  pinkfloyd ledzeppelin acdc ironmaiden gunsnroses bonjovi elvis elvispresley michaeljackson madonna britney shakira
  beyonce rihanna justinbieber onedirection taylorswift guitar guitars gitarre piano drummer drums music musica musicman
  musical singing hiphop reggae bobmarley jazz metal deathmetal blackmetal soldier sniper killer killer1 killers killerbee
  assassin hitman ninja ninjas samurai shogun warrior gladiator spartan knight knights blackknight wizard wizards magic
  magical merlin magician mystery shadow shadow1 shadows darkness darkside darkangel blackcat blackjack blackbird
  blackbelt midnight nightmare vampire zombie zombies skull ghost phantom monster monsters demon demons hellfire
  hardcore blizzard diablo warcraft worldofwarcraft starcraft counterstrike counter halflife minecraft roblox fortnite
  callofduty leagueoflegends zelda nintendo playstation xbox360 gameboy gamer gamers gaming player players poker casino
  lucky lucky7 luckyone lucky13 jackpot winner winners champion champions number1 numberone success victory freedom
  freedom1 liberty justice america american americans usa1776 canada england london paris berlin madrid moscow istanbul
  newyork newyork1 california losangeles chicago boston dallas houston texas florida hawaii mexico brasil brazil
  argentina colombia venezuela espana españa france italia germany deutschland holland nederland sverige norge danmark
  suomi polska russia rossiya ukraine ukraina turkiye turkey1 india pakistan indonesia malaysia singapore filipino
  philippines vietnam thailand australia africa nigeria jamaica diamond diamonds diamante crystal silver golden goldfish
  platinum emerald ruby sapphire pearl money moneymoney moneyman millionaire billionaire dollar dollars cash rich
  purple purple1 yellow orange1 green greenday1 blue blueblue bluebird blueeyes pink pinkpink black blackblack white
  snowwhite1 family familia familie mother mommy mama mamamama mamapapa father daddy daddysgirl papa papa123 brother sister
  baby babygirl babygirl1 babyboy babyblue babydoll babyface beautiful gorgeous handsome pretty prettygirl cutie cutiepie
  hottie sexy sexybitch sexygirl sexylady sexymama fuckyou fuckyou1 fuckyou2 fuckoff fuckme fucker asshole bitch
  bitches bastard bullshit shithead pussy dickhead whatever whatever1 whatthe nothing something anything everything
  everyone anybody somebody nobody forever forever1 foreveryoung always never again trustno1 trustnoone believe
  believer destiny dreamer dreams dream dreaming imagine inspiration serenity harmony peace peaceful peanut peanuts
  popcorn pumpkin marshmallow bubbles bubblegum bubble buttercup sparkle sparky buddy buddy123 buster max maxwell
  rocky1 lucky123 princess12 precious angelina carmen pamela maggie molly sadie bailey shelby tucker toby tigger1
  student students teacher teachers school schools college university highschool academy doctor nurse lawyer engineer
  engineering police officer fireman firefighter pilot airplane airforce airborne army marine marines navy navyseal
  military submarine helicopter rocket rocketman spaceman astronaut universe galaxy planet earth mars jupiter saturn
  mercury venus neptune apollo apollo11 discovery challenger columbia titanic caribbean pirate pirates treasure island
  beach beaches ocean river mountain mountains forest desert garden gardens house household homehome sweethome kitchen
  bedroom window windows7 windows10 office officer1 business company corporate finance marketing sales customer
`;
