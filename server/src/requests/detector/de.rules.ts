import type { LanguagePack } from './language-pack.rules.js';

const data =
  'daten/angaben/infos/info/informationen/unterlagen/akte/profil/datensatz/datensätze/personendaten/kundendaten/kontaktdaten/stammdaten/bestandsdaten/persönliches';
const my = 'mein/meine/meinen/meinem/meiner/meines/unsere/unserer/unseren/ihre/seine/meins/mei/mir';
const held =
  'gespeichert*/gesammelt*/erfasst*/verarbeitet*/habt/haben/hat/speicher*/wisst/wissen/weiss/weiß/vorliegen/vorhanden*/hinterlegt*/erhoben*/besitz*/sammelt';

export const de: LanguagePack = {
  ages: 'fünf/sechs/sieben/acht/neun/zehn/elf/zwölf/dreizehn/vierzehn/fünfzehn',
  common: `der die das den dem des ein eine einen einem einer und oder aber wenn dann mein meine meinen ich du er sie es wir ihr
    mir mich dir uns euch ihnen ihm in im an am auf für von vom mit zu zum zur bei aus nach über unter bis nicht kein keine
    kann können könnte möchte will wollen würde habe haben hat hatte ist sind war waren wird werden wurde bin was wer wie wo
    wann warum welche dass weil noch schon auch nur so sehr bitte danke hallo ja nein da hier gern mal man sich als um
    guten morgen abend tag gibt geht machen gemacht bestellt bestellung lieferung anmelden angemeldet melde anmeldung
    gesperrt gesehen gelesen wegen wegwerf leider wieder immer lange länger schönen stelle stellen steht bekommen
    sendung sendungen kommt keiner größer verkauf verkäufer ändern ander andere anderen schaden schade schule schulden
    zugang ausgang eingang umtausch löcher loch lösung lösen geschlossen beschlossen nachbar nachbarn`,
  concepts: {
    harmless: `
      datenblatt; bankkonto; girokonto; konto nummer; kontonummer; nicht löschen/schließen/kündigen/entfernen; nicht gelöscht/geschlossen
      habe/hab _ _ bereits/schon gelöscht/gekündigt/abgemeldet; datenschutzerklärung; hier sind meine; vergiss/vergesst/vergessen es/sie/wir; schon/bereits gelöscht
      # tag*/woche*/monat*/stunde*/minute*/min/km/kg/cm/mm/m/prozent/stück/stühle/euro/uhr/meter/franken/grad/bis/von/personen/te/ter; # jahre garantie
      sendungsdaten; lieferdaten; bestelldaten; auskunft zu/zur/über meiner/die/den/das/meine/der bestellung/lieferung/sendung/paket; meine daten lauten; meine daten sind
      nummer/hausnummer/wohnung/stock/etage # ; welche informationen/daten/angaben brauch*/benötig* sie/ihr/du; rabatt _ newsletter; newsletter rabatt/gutschein; schicke nachher; app gelöscht; fotos bekommen
      über/zu/von die/das/den/dem/der/diese/diesen/dieses/dieser/ihr/ihre/eure/euer lieferung/bestellung/qualität/lampe/sofa/matratze/material/produkt/artikel/tisch/stuhl/bett/regal/schrank/stoff/farbe/rabatt/stand/versand/boxspringbett/garantie; zum/zur bett/boxspringbett/sofa/tisch/stuhl/lieferung/bestellung/lampe/regal/schrank/produkt/brandschutz/pflege/aufbau/montage/sendung/matratze/stand       # woche/te/en; # . woche; der # woche; unter 16/15/14/12/10 kg/kilo/cm/euro/zentimeter; im/am januar/februar/märz/april/mai/juni/juli/august/september/oktober/november/dezember #; am montag/dienstag/mittwoch/donnerstag/freitag/samstag/sonntag #; seit # jahren; vor # jahren; # jahre/jahren alt* tisch/schrank/sofa/bett; # oder #; zwischen # und #; um # uhr; um # . ; # jahren kunde/kundin; nr #; # prozent; # mal; # kilo/kilos/zentimeter; # jahre garantie; in # tagen/wochen/monaten/minuten       newsletter anmelden; zum newsletter; für den newsletter anmelden; für den newsletter; gutschein/code/rabatt _ _ newsletter; newsletter gutschein/code/rabatt; aus dem newsletter; nicht mehr _ _ in mein konto; in mein/ins konto; auf mein/meinem/dem konto; von meinem konto; mein _ konto belastet/gutgeschrieben; aufs konto; passwort; ein konto haben/anlegen/brauch*; brauche ich ein konto; muss ich _ konto; ohne konto; konto um zu; konto gesperrt; nach _ versuchen gesperrt; meine daten : ; daten : ; lieferadresse; rechnungsadresse falsch; daten bei der zahlung; daten sicher; über meine/meiner rückerstattung/bestellung/lieferung/retoure/erstattung/sendung; wissen _ über die/das/den; auf dem paket; auf der sendung; paket bis; ohne mich       statt zu; opt out; schließt/schließen/schliesst nicht; lade schließt; tür schließt/schließen
      vergesst/vergiss/vergessen _ was; kopie meiner rechnung/bestellung; kopie der/einer
      daten _ sicher; daten _ _ _ sicher
      bin # jahre kunde; # min; bin # km; bin # tage`,
    ask: `wer; wem; woher; wo; was; welche*; wie; wieso; warum; ob; wissen; weiß; habt; haben; gibt es; sagt; sagen`,
    onMe: `
      personenbezogene* daten/informationen; persönliche* daten/informationen/angaben; ${data}/alles/was/irgendwas/etwas/einträge/notizen _ _ _ über/von/zu/betreffend mich/mir; mich betreffend*; zu meiner person; über mich; meine daten; meiner daten; meine personen*; meine akte/unterlagen/kundendaten; meine* persönlichen/gespeicherten; personendaten
      ${data}/alles/was/notizen/gespeichert _ _ über/von/zu/betreffend mein/meine/meinen/meiner/unser/unsere kind/kinder/sohn/tochter/mutter/vater/frau/mann; über meine/mein/meinen person/kind/sohn/tochter/mutter/frau/mann/vater; über einen/jemanden gespeichert/speichern
      mich betreffen*; unter meiner _ mail/email/nummer/adresse; in ihrem/eurem system _ über/zu/von mich/mir; über mich steht; von meinen anrufen/gesprächen/telefonaten; zu mir gespeichert; was _ _ über mich`,
    pronoun: `sie; die; es; alles; das; diese; beides; all das`,
    heldField: `
      ihr/sie/habt/haben _ noch _ meine _ adresse/nummer/telefonnummer/handynummer/mail/email/daten/karte/kartendaten/kreditkarte; meine _ adresse/nummer/telefonnummer/handynummer/mail/email/karte _ _ gespeichert/hinterlegt/in/bei; noch meine _ adresse/nummer/telefonnummer/handynummer/mail/email/karte/daten; habt/haben meine _ nummer/adresse/telefonnummer/handynummer/mail/email; meine nummer/adresse/karte habt/haben ihr/sie`,
    drop: `
      raus; weg; wegmachen; wegwerfen; loswerden; nehm* _ _ aus; nimm _ _ aus; rausnehmen; herausnehmen; schmeiß*; schmeisst; putzt; platt; verschwind*; verschwinden; wegtun; säuber*; streich*; macht _ weg; kann/können/soll/sollen weg; löst; rauswerfen; rausschmeißen; wegkommen; weghaben; ausradieren`,
    disagree: `nicht mehr/länger _ einverstanden; nicht einverstanden; nicht mehr _ zu; stimme nicht _ zu; erlaube _ nicht mehr; nicht mehr recht; nicht mehr erlauben; keine erlaubnis mehr; dem nicht mehr`,
    gave: `meine* _ daten/adresse/nummer/telefonnummer/handynummer/mail/email/fotos/bilder/bestellung/rechnung _ _ _ _ weitergegeben/weitergeleitet/gegeben/geschickt/benutzt/verwendet/genutzt/verkauft/herausgegeben/gezeigt/veröffentlicht; gebt/geben/gaben/gibt _ meine* _ daten/adresse/nummer/mail`,
    unasked: `ohne mein/meine/meiner/zu/mich einwilligung/erlaubnis/zustimmung/einverständnis/wissen/fragen/gefragt; ungefragt; ohne zu fragen; nie erlaubt/zugestimmt/eingewilligt; hinter meinem; unverschämt*; das darf nicht; verboten; nicht erlaubt; geht gar nicht; frechheit`,
    identity: `
      meine/meiner/meinem/mein/meinen _ handynummer/telefonnummer/nummer/email/mail/mailadresse/emailadresse/vorname/vornamen/nachname/nachnamen/familienname/name/namen/geburtsdatum/geburtstag/anrede/geschlecht/natelnummer/mobilnummer; geburtsdatum; mein profil; nachname; vorname; persönlichen daten`,
    changed: `
      geändert; hat sich geändert; ändern; änder*; falsch*; fehlt; ergänz*; aktualisier*; stimmt nicht; korrigier*; berichtig*; tippfehler; vertippt; verschrieben; geschieden; geheiratet; verheiratet; nicht mehr aktuell; veraltet; ist nicht mein; nicht mein/meine;; richtig; richtigstell*; anpass*; unvollständig; nicht korrekt; inkorrekt; heiße wieder/jetzt; anders geschrieben; wird mit _ geschrieben`,
    iAm: `
      bin # und/aber/jahre/j/geworden/also/bin; bin erst/gerade/noch/nur _ #; bin gerade # geworden; bin noch keine 16/sechzehn; bin noch nicht 16/sechzehn; bin unter 16/sechzehn; ich werd/werde _ _ # . ; bin # . ; bin ein/eine #; in die/der 5/6/7/8/9 klasse; in die/der 5/6/7/8/9 . klasse; 5/6/7/8/9 . klasse; erst #; keine 16/sechzehn
      bin 2011/2012/2013/2014/2015/2016 geboren; bin jahrgang 2011/2012/2013/2014; jahrgang 2011; bis ich 16/sechzehn;
      bin # ; bin fünfzehn/vierzehn/dreizehn/zwölf/elf/zehn`,
    spoken: `meine/meiner/meinen _ daten/personendaten/kundendaten; personenbezogene*; persönliche* daten/informationen/angaben; daten _ über/von/zu mich/mir;; meine privatsphäre; mein kaufverhalten; meine kaufhistorie`,
    thing: `
      bestellung; bestellungen; artikel; warenkorb; stuhl; stühle; tisch; sofa; produkt*; paket; rechnung; lieferung; gutschein; rabatt; merkliste; wunschliste; regal; lampe; bett; liefer*; position; termin`,
    erase: `
      lösch*; gelösch*; entfern*; vernicht*; tilg*;;; beseitig*; loschn; radier*; ausradier*; rausnehmen; herausnehmen; gestrichen; verschwinden; nichts/nix _ mehr _ speicher*; nicht mehr speicher*/habt/haben/aufbewahr*; nicht _ weiter speicher*; nicht _ _ speicher*; säuber*; anonymisier*; vergess*; vergiss; zu löschen;; eliminier*
      nichts/nix mehr; bewahr*; nicht länger _ bewahr*/aufbewahr*/speicher*/haben; aufbewahr*; nicht mehr haben; aus eurem/ihrem/dem/eurer/ihrer system/datenbank/kartei; verschwind*; ausgelöscht; auslöschen; löschn; nicht _ behalten; nicht mehr _ behalten; säubern; entsorg*; zu tilgen
      auslösch*; löschung; löschen; gelöscht; nicht aufgehoben/aufbewahrt/gespeichert/behalten; nicht _ _ aufgehoben/aufbewahrt/gespeichert werden/bleib*; nicht länger _ _ gespeichert/aufbewahrt/habt/haben/behaltet; aus eurem/ihrem/euren/ihren/der/dem/ihrer/eurer _ system/systemen/datenbank/kartei/computern/rechnern/akten; gespeichert bleibt/bleiben; liegen bleib*; nichts/nix _ gespeichert
      nicht mehr in ihrer/eurer datenbank/kartei; nicht länger in ihrer/eurer/ihrem/eurem datenbank/kartei/system`,
    mine: `
      ${my} _ ${data}; ${my} _ nummer/telefonnummer/handynummer/adresse/mail/email/emailadresse/mailadresse/karte/kreditkarte/kartendaten/zahlungsdaten/aufzeichnungen/anrufe/chats/chatverlauf/verlauf/fotos/bewertungen/nachrichten/natelnummer/gespräche
      personenbezogene* daten; persönliche* daten; personenbezogene* informationen; ${data}/alles/was/irgendwas/etwas/nichts/einträge/unterlagen/alle _ über/von/zu/betreffend mich/mir/meiner/meine/uns; alles was ihr/sie; diesen/dieses/den/unseren/unser chat/gespräch/chatverlauf/unterhaltung; diese unterhaltung/konversation; daten die/was ihr/sie; meine daten; alle/sämtliche daten
      von/über mir/mich _ nichts/nix; nichts/nix _ von/über mir/mich;; meine nummer; meine/meiner bestellhistorie/kaufhistorie/historie/adressen/adresse; über mich; ihre/seine daten
      meine* _ sachen/aufzeichnung/telefonat/bild/bilder/name/namen/rufnummer/mobilnummer/stimme/nummer/bankdaten/bankverbindung; diese nachrichten/chats; chatprotokoll*; chatverlauf*; gesprächsprotokoll*; irgendwas/was/alles/etwas persönliches; persönliche* sachen; alles von/über/zu mir/mich/meiner; ihre/seine/deren daten; daten meiner/meines/von meiner mutter/vaters/frau/mannes/kindes/sohnes/tochter; daten über/von/zu mein*; meine* _ und _ nummer/adresse/telefonnummer/mail; spuren von mir
      was/alles/das ich _ _ geschrieben/eingegeben/gesagt/gesendet/getippt/geschickt; datensatz; datensätze; bankdaten; meine* _ bankdaten/kontodaten/iban/kartendaten/zahlungsdaten/bankverbindung/kartennummer; mich betreffen/betreffend*; karte speicher*; meine* eingaben/worte/nachrichten; alles von mir; alles was mich betrifft; mitschnitt*
      alles was ihr/sie _ _ gespeichert habt/haben; daten die ich _ _ formular/angegeben/gegeben/hinterlassen; über unsere familie; infos/informationen/daten _ zu meinem/meiner mann/frau/vater/mutter/kind
      fotos/bilder _ die ich _ _ hochgeladen/geschickt/gesendet; alles von ihm/ihr/ihnen`,
    system: `aus/in/von _ system/systemen/datenbank/kartei/datei/dateien/akten/liste/listen/unterlagen`,
    data: `
      ${my} _ ${data}; personenbezogene* daten/informationen; persönliche* daten; personendaten; ${data}/alles/was/irgendwas/etwas/einträge/notizen _ über/von/zu/betreffend mich/mir/uns; ${data}/alles/was _ ihr/sie/kwoking _ über/von/zu mich/mir; über mich _ ${held}; von mir _ ${held}; mich betreffende*; zu meiner person; daten die/was ihr/sie; meine/mein kaufverhalten/einkäufe/bestellhistorie/chats/anrufe/gespräche/kaufhistorie/verhalten; mein kaufverhalten/einkaufsverhalten/surfverhalten/verhalten/profil
      kundenakte; in meiner _ akte; kundendaten; über mich; zu mir; meine* daten; personendaten; unter meinem namen
      daten/alles/was/informationen/infos/etwas _ _ _ über/von/zu mein/meine/meinen/meiner kind/kinder/sohn/tochter/mutter/vater/frau/mann; mein kind/sohn _ _ gespeichert; meine tochter _ _ gespeichert; mir _ gespeicherte*; kaufhistorie; bestellhistorie; meine* gesammelten; bei ihnen/euch gespeicherte* daten; alles was ich _ _ angegeben/gegeben/mitgeteilt; unterlagen zu meiner
      mich betreffen; was mich betrifft; meine* bankdaten/angaben/einkäufe/bestellungen; unter meine* _ mail/email/nummer/namen; was ich _ gekauft/bestellt habe; daten die ich _ gegeben/angegeben
      die daten`,
    contactField: `
      ${my} _ name/namen/nachname/nachnamen/vorname/vornamen/familienname/familiennamen/geburtsdatum/geburtstag/telefonnummer/handynummer/nummer/mail/email/emailadresse/mailadresse/adresse/anschrift/anrede/wohnadresse/natelnummer/natel; geburtsdatum; handynummer; telefonnummer; nachname*; vorname*; emailadresse; geburtstag; schreibweise; anrede
      meine telefonnummer/handynummer/nummer/adresse/mail/email; e mail adresse; alte/alten/falsche/falschen _ adresse/nummer/telefonnummer/handynummer/mail/email/emailadresse/name/namen; als herr/frau/mann; geschlecht; titel`,
    place: `
      bei euch/ihnen; in eurem/ihrem/meinem/euren/ihren/dem/eurer/ihrer _ system/profil/konto/kundenkonto/account/unterlagen/daten/datenbank/datensatz/akten/kartei; kundenkonto; profil; gespeichert; hinterlegt; von mir; ihr/sie habt/haben; im system/profil/konto/kundenkonto/account; stammdaten; erfasst; eingetragen; geheiratet; heirat
      steht noch; steht; führen mich; führt mich; bin _ als; im kundenkonto; mich _ als; ihren/euren akten/unterlagen; gespeichert; nehmen _ auf`,
    account: `
      konto; kundenkonto; benutzerkonto; account; nutzerkonto; profil; zugang; kundenprofil; benutzerprofil; mitgliedschaft; registrierung; kundenaccount; onlinekonto; useraccount; login; kundenzugang
      acc; kundenkonto; kundenzugang; nutzerprofil; kontos; benutzerzugang; shopkonto; käuferkonto; kundenkontos
      konten; zwei konten; zweites konto; kundenkonten; das konto; ein konto; das mit; das zweite
      onlineprofil; mitgliedschaft`,
    close: `
      schließ*; schliess*; lösch*; gelösch*; kündig*; gekündig*; auflös*; aufgelös*; deaktivier*; stilleg*; stillgelegt; entfern*; beend*; dichtmachen; zumach*; geschlossen; schlies*; brauche kein*; will kein*; möchte kein*; abmeld*; aufheb*; zu machen; kein* _ mehr; saldieren; auflos*; loswerden; aufgeben; nicht mehr
hebt; macht _ _ zu; mach _ _ zu; nicht mehr; will/möchte/brauche kein*; verschwinden; stillegen; abschalt*; dicht; tilg*; abmelden; auflös*; zusperr*; auflass*; auflassen; vernicht*; löst; löse
      kann weg; soll weg; zumachen; zugemacht`,
    closing: `
      kontolöschung; kontoschließung; kontoschliessung; konto _ zu .; kontokündigung; accountlöschung
      das/eins mit _ _ _ kann weg; konto kann weg; konto auflösen/aufheben/wegmachen; kunde mehr sein; nicht mehr kunde/kundin sein; kein* kunde/kundin mehr; mein konto _ nicht mehr; profil dicht; macht/mach/machen _ _ konto/profil/account _ dicht/zu/weg; konto _ _ dicht/platt/aufgelöst; eines/eins _ kann/können weg/gelöscht/geschlossen
      konto los; mein konto loswerden; profil/onlineprofil/konto/kundenkonto entfernt/gelöscht/geschlossen/aufgelöst; mitgliedschaft beenden/kündigen; beenden/kündigen _ meine mitgliedschaft; heben _ mein _ konto/kundenkonto auf; hebt mein _ konto/kundenkonto auf; kein konto mehr; konto nicht mehr; werde ich mein _ konto _ los; konto können/kann/könnt _ weg/schließen/löschen; kundenprofil löschen
      das mit _ _ _ könnt/können/kann _ schließen/löschen/weg
      registrierung _ löschen/entfernen/aufheben; konto nicht mehr gebraucht; keine verwendung für _ konto; ich gehe _ _ konto; konto stilllegen
      kein mitglied mehr; nicht mehr mitglied; registrierung löschen; konto auflösung; kontoauflösung`,
    forgotten: `
      recht auf löschung/vergessenwerden/vergessen; nach/gemäß/laut/gem/aus/auf/per art/artikel 17; art/artikel 17 _ dsgvo/gdpr/ds; art 17; vergessen werden; vergesst/vergessen/vergiss _ mich; löschantrag; löschbegehren; löschung _ meiner/aller/sämtlicher/personen*; löschgesuch; mich _ löschen; löscht/löschen/lösch/entfernt/entfernen mich; löschungsantrag; datenlöschung
      nicht mehr/länger _ in ihrer/eurer/ihrem/eurem/ihren/euren _ datenbank/kartei/system/systemen/akten/unterlagen; nichts _ von/über mir/mich _ _ _ gespeichert/übrig/bleibt/da/habt; von/über mir/mich nichts _ _ _ gespeichert/übrig/bleibt/da/habt; nix von/über mir; nichts mehr von/über mir/mich; keine* _ daten _ von/über mir/mich _ speicher*/aufbewahr*/behalt*; will/möchte nicht dass _ _ meine/mein _ _ gespeichert/aufbewahrt/aufgehoben/behalt*; nicht dass irgendwas _ _ _ gespeichert/liegen; nehmt/nehmen/nimm/streicht/streichen/werft/schmeißt/holt mich _ aus _ system/datenbank/kartei/akten; löschen/löscht/lösch _ _ alles _ von/über mir/mich; so tun als _ _ nie; keine spur* _ von mir; spurlos; mich _ vergessen/gelöscht; gelöscht werden _ _ von mir
      alles von/über mir/mich _ gelöscht; alles _ gelöscht wird/werden; lösch* _ _ was/alles ich/mich; löschen sie _ was ich; daten _ aus _ eurem/ihrem system; nicht mehr _ drin sein; nicht dass _ sie/ihr _ meine/mein _ speicher*/behalt*/aufbewahr*/habt; raus aus _ eurem/ihrem/eurer/ihrer system/datenbank/kartei; bitte weg damit; endgültig/dauerhaft/vollständig/restlos/unwiderruflich _ gelöscht/löschen/entfernen/entfernt; datensätze _ _ betreffen; komplett aus _ system/datenbank; mich _ _ aus _ system/datenbank nehmen/entfernen/streichen; alle spuren
      lasst meine daten verschwinden; daten verschwinden; meine daten _ _ verschwinden; löscht mich _ _; vergesst dass es mich;`,
    show: `
      kopie*; send*; schick*; zeig*; gebt; geben; auskunft; einsicht; einsehen; sehen; mitteil*; mitgeteilt; nenn*; welche; was; wissen; erfahr*; offenleg*; übersicht; liste; auflistung; aushändig*; herausgabe; zukommen; ausdruck; bekommen; erhalten; anfordern; wer; wem; woher; wo; kriegen; haben; teilt; teilen; sagt; sagen; anschauen; einblick; wieso; warum; übermittel*; verlang*; möchte; lass*`,
    right: `
      auskunft nach/gemäß/gemäss/über/zu/laut/gem/bezüglich/aus art/artikel/meine/mich/meiner/alle/die/dsgvo/dsg; nach/gemäß/laut/gem/aus/auf/per art/artikel 15; art/artikel 15 _ dsgvo/gdpr/ds; art 15; art/artikel 25 dsg; auskunftsrecht; recht auf auskunft; auskunftsersuchen; auskunftsbegehren; auskunftsanfrage; auskunftsanspruch; selbstauskunft; datenauskunft; dsgvo auskunft; datenkopie; auskunftsverlangen; auskunftsgesuch; auskunft _ daten; auskunft dsgvo/dsg; dsgvo anfrage
      was/wisst/wissen _ _ über mich; aufzeichnung*/aufnahme*/mitschnitt*/protokoll*/transkript* _ meine*/unsere*/von/der/des _ anruf*/telefonat*/gespräch*/chat*; meine/n/r gesprächsaufzeichnung*; akteneinsicht; gesprächsmitschnitt*; anrufaufzeichnung*; über mich gespeichert*
      kundenakte; telefonat/gespräch/anruf _ _ anhören/aufgenommen/aufgezeichnet; haben/habt/hat sie/ihr/man _ daten/infos/informationen/angaben/etwas/irgendwas _ von/über/zu mir/mich; mit wem _ teilt/teilen _ _ meine*; zu meiner person; unter meinem namen; was _ _ über mich; aufzeichnung*/aufnahme*/mitschnitt* _ _ gespräch*/telefonat*/anruf*; kopie _ _ daten; was ihr/sie über/von mich/mir; stell* mir _ _ daten; mein/meine _ akte
      alles was ihr/sie _ _ _ von/über mir/mich; was/wie/welche/alles _ _ _ über/von mich/mir _ gespeichert/wisst/wissen/habt/haben; was habt/haben ihr/sie _ von/über mir/mich; über einen/mich speichern/gespeichert/wissen/wisst; auskunft darüber; in meine* akte/daten einsehen; meine akte einsehen; erziehungsberechtigt* _ _ _ daten; kopie aller/sämtlicher/meiner; übersicht _ _ meiner/aller _ daten; welche* _ _ daten/informationen/infos _ _ _ über/von/zu mein/meine/meinen/meiner kind/sohn/tochter; einsicht in meine; meine gespeicherten daten; notizen _ _ über mich; was über mich; was _ _ zu mir _ gespeichert/steht/hinterlegt; ruf/rufaufnahme; aufnahme* meines/meiner/des/der _ telefonat*/anruf*/gespräch*
      unter meiner _ mail/email/nummer/adresse/mailadresse _ gespeichert; unter meiner email; mitschnitt*/aufzeichnung*/aufnahme* _ meine*/von; von meinen anrufen/gesprächen/telefonaten; anrufe _ anhören/mitschnitt*; meine anrufe _ aufgezeichnet; was _ ihr/ihrem/eurem system _ über/zu/von mich/mir; alle daten anfordern; alle daten die sie/ihr _ von/über mir/mich; ob sie/ihr _ _ daten _ verarbeite*/speicher*/habt; mich betreffende* daten _ verarbeit*; was über mich; alles schicken was; anfrage nach _ dsgvo/artikel
      in meinem _ kundenprofil/kundenkonto/profil/akte _ gespeichert/steht/hinterlegt; unser/mein/das gespräch/telefonat/anruf _ aufgezeichnet/aufgenommen/mitgeschnitten; daten meines/meiner/von meinem kindes/sohnes/tochter/kind; zwecke der verarbeitung; ob _ _ daten _ teilt/weitergebt/weitergeben; ausdruck von allem
      aufnahme/mitschnitt/kopie _ _ anruf*/gespräch*/telefonat*/chats/chat/unterhaltung*; was macht/machen _ ihr/sie mit meinen; wofür _ _ meine daten; wie lange _ _ _ daten; verkauft/verkaufen _ ihr/sie meine daten; ist meine mail/email/nummer/adresse _ in; alle chats/anrufe/gespräche _ _ hatten/geführt`,
    shared: `
      wem; wer; woher; an wen; welche* firmen/unternehmen/dritte*/partner/empfänger; weitergegeben; weitergeleitet; verkauft; empfänger; weitergebt; weitergeben; übermittelt; wer alles
      zugriff auf; mit wem; an wen; hat/haben alles zugriff; geteilt; woher habt/haben; woher kennt/kennen; wer _ _ zugriff
      welche partner/firmen/unternehmen/dritten;; mit wem; an wen
      welche _ partner/firmen/unternehmen/dritten _ _ bekommen/erhalten/gekriegt`,
    export: `
      maschinenlesbar*; csv; json; xml; exportier*; export; herunterlad*; runterlad*; download*; übertrag*; übermittel*; mitnehm*; gängig*; strukturiert*; umzieh*; portier*; datei; excel; andere* anbieter/shop/händler/unternehmen; weiterverwend*; transferier*; umziehen; portabel
      dateiexport; als datei; dorthin; rüber; woanders; zu einem anderen; wechsle; wechseln; format`,
    portable: `
      datenübertragbarkeit; datenportabilität; nach/gemäß/laut/gem/aus/auf/per art/artikel 20; art/artikel 20 _ dsgvo; art 20; recht auf übertragbarkeit/portabilität; datenexport; datenmitnahme; datenherausgabe; art/artikel 28 dsg
      dateiexport; daten mitnehmen; meine daten _ _ format; kaufhistorie _ _ _ format; maschinenlesbar*; export meiner; daten _ _ _ als csv/json/excel/datei; in einem gängigen`,
    withdraw: `
      widerruf*; zurückzieh*; ziehe _ _ zurück; ziehe; zurück; zurücknehm*; nehme _ _ zurück; nicht mehr _ einverstanden; nicht mehr _ zu; entzieh*; zieh; zurückgezogen; nicht länger; gilt nicht mehr; ungültig; rückgängig; nicht mehr; nehm; nehme
      gilt ab; gilt _ _ nicht; nicht mehr; nehme _ _ _ zurück; nehme ich; ziehe ich; anders überlegt; überlegt; doch nicht; will ich nicht mehr; möchte ich nicht mehr; bereue; hinfällig; nicht mehr gültig; erloschen
      nicht mehr verwenden; nicht mehr nutzen; dürfen _ nicht mehr; rückgängig machen; mache _ rückgängig
      gilt nicht; aus versehen; versehentlich; rückgängig`,
    consent: `
      einwilligung*; zustimmung*; einverständnis*; erlaubnis; genehmigung; einverstanden; zugestimmt; eingewilligt; ok zu/zur; einverständniserklärung; gestimmt; ja zu/zur; stimme; mein ja; erlaubt; freigabe; berechtigung; mein ok; bewilligung
      erteilte*; einwilligt*; hatte erlaubt; habe erlaubt; hab erlaubt; gesagt dass; ja gesagt; erlaube; häkchen; angekreuzt; angehakt; zustimmen
      zustimmung; genehmigt; gestattet;
      unterschrieben _ habe; cookies _ akzeptiert; akzeptiert`,
    market: `
      newsletter*; werbung; werbemail*; werbe*; reklame; spam; prospekt*; katalog*; verteiler*; mailingliste; werbepost; marketing*; angebotsmails; angebote; rundmail*; promo*; infomails; sms werbung; reklam*; direktwerbung; direktmarketing; infopost; mailings; werbezwecke*; aktionsmails; flugblätter; rabattmails; wurfsendung*; postwurf*; rundschreiben; infobrief
      rabattaktionen; rabatt sms; werbe sms; aktionen; lockangebote; sonderangebote; infos über angebote; kundenmagazin; postwurf; angebote`,
    stop: `
      abbestell*; abmeld*; abgemeldet; abzumelden; meld*; keine; kein; keinen; nicht mehr; nie wieder; hört; hör; aufhören; stopp*; stop; streich*;; widersprech*; widerspruch; unterlass*; verschon*; genug; will nicht; möchte nicht; austrag*; ausgetragen; abstell*; abzubestellen; nimm; lasst; schluss; widersprich*; abschalt*; ohne; untersag*; verzicht*; entfern*; verbiet*; satt; abbestellt;; einstellen; nervt; nerven; künden; kündigen; tragt
      verschon*; nie bestellt/angemeldet/gewollt; los; nervig; ungefragt; unerwünscht*; ungebeten*; lass; gebt; wollte nie; trag*; bitte nicht; verzichte; genervt; deabonnier*; kündig*; blockier*; kann weg; einzustellen; unterbind*
      nicht will; nicht möchte; obwohl; verzichten; werde _ _ los; wie werde ich; lasst bitte bleiben; bleiben lassen; nehmen sie mich; nehmt mich; hört _ auf; nicht bestellt; verschont; nie angefordert; unaufgefordert
      raus aus; austragen; loswerden; löscht mich; meldet mich _ ab; melden _ mich _ ab; bestelle _ ab; bestellt _ ab; abgemeldet werden
      lassen sie das; lasst das; lassen sie es; warum bekomme; wieso bekomme; warum kriege; tragen sie mich; will nichts mehr; genug von; genug; reicht
      verschont mich`,
    optOut: `
      verkauft/verkaufen _ _ daten _ nicht; daten _ _ nicht _ verkauf*/weiterverkauf*/weitergeb*; nicht _ daten _ verkauf*; verkauf/weitergabe/weiterverkauf/handel meiner/mit _ daten; kein* verkauf meiner; werbewiderspruch; werbesperre; opt out; robinsonliste; daten _ nicht an dritte; keine daten _ verkaufen/weitergeben; schickt/schicken/sendet _ keine mails/emails/sms; keine mails/emails/sms/anrufe mehr; nicht mehr angerufen/anrufen/angeschrieben
      schickt/schicken/sendet/senden/schick _ nichts mehr; nichts mehr _ schick*/send*; keine mails/emails/post/sms/anrufe/nachrichten mehr; lasst mich in ruhe; lassen sie mich in ruhe; nicht mehr _ kontaktier*/anruf*/anschreib*/anschrieb*; nicht mehr kontaktiert; daten _ _ werbepartner/werbekunden/werbefirmen/dritte; an werbepartner; nicht _ verkauft/verkaufen; keine anrufe
      daten _ _ _ an werbepartner/partner/dritte/werbefirmen/firmen/andere _ weiter*/geben/verkauf*; nicht _ _ daten _ an _ werbepartner/partner/dritte/werbefirmen/andere; daten/adresse/nummer _ nicht _ weitergeb*/weiterverkauf*/verkauf*/weitergegeben; verkaufen/verkauft _ meine _ daten nicht; nie für _ werbe*; nehmt/nehmen/nimm/streicht/streichen/tragt/setzen mich _ _ liste/verteiler/mailingliste; von der liste; aus dem verteiler; keine* _ rabattaktionen/aktionen/angebote/rabatte/gutscheine mehr; rabatt sms; werbe sms; keine sms mehr; abmelden vom; vom newsletter abmelden; den newsletter ab; den rest lasst/lassen; keine mails mehr; hört/hören auf _ _ _ zu schreiben/schicken/mailen; nicht mehr anschreiben
      eure/ihre mails/emails/newsletter/angebote/werbung/anrufe/sms nicht mehr; keine _ mails/emails/newsletter/angebote/werbung/anrufe/sms mehr; schluss mit _ _ mails/angebotsmails/werbemails/newsletter/werbung/anrufen/sms; genug von _ mails/werbung/newsletter; daten _ nicht verkauft/weiterverkauft/weitergegeben; dürfen nicht _ verkauft/weitergegeben; streichen/streicht/nehmen/nehmt/entfernen _ meine adresse _ _ katalog*/verteiler/liste/versand/katalogversand; zu viele _ mails/werbung/newsletter; warum/wieso bekomme/kriege/erhalte ich _ werbung/newsletter/mails; kein* newsletter mehr; tragen/trag/tragt _ mich _ aus; austragen; abmelden von; mag keine; bombardier*; zugespammt; vollgespammt; zumüll*
      tragen/tragt _ mich _ aus
      hört auf mir _ _ zu schreiben/schicken/senden/texten; mein postfach/briefkasten _ werbung/angeboten/mails/zu; stehen nicht zum verkauf; meine daten _ _ zum verkauf; newsletter kündigen/beenden/stoppen/abbestellen; bestellt/bestellen _ den newsletter ab; von der werbeliste; keine whatsapp
      benachrichtigungen _ _ _ ausschalten/abschalten/deaktivieren; angebots benachrichtigungen; werbung stopp; stopp werbung; wie bekomme ich keine _ mails/werbung; keine prospekte/flyer/kataloge mehr
      verschont mich mit`,
    object: `
      widersprech*; widersprich*; widerspruch; hört; hör; aufhören; nicht; kein; keine; keinen; lasst; stopp*; unterlass*; dagegen; untersag*; ablehn*; lehne; verbiet*; stört; verboten; verbitte; einspruch; schluss; verweiger*
      dagegen; ich bin gegen; nichts; ungern; ohne mich; nicht werden; aufhört; nicht länger; verlange _ ende; unterbinde*
      lasst das; lassen sie das; aufhören; nicht dass; bitte nicht; nicht mehr; unheimlich; nicht recht; nicht ok; nicht okay; nicht möchte; sein lassen; gruselig`,
    use: `
      verarbeit*; nutz*; auswert*; ausgewertet; analys*; profiling; tracking; tracken; getrackt; verwend*; benutz*; beobacht*; verfolg*; profil; profile; trainier*; schul*; training; statisti*; durchleucht*; personalisier*; berechtigte* interesse*; bewert*; auszuwerten; ausgespäht; ausspähen; auswertung
      wertet; auswert*; getrackt; trackt; empfehlungen; analysier*; schulung*; schulen; ki`,
    usage: `nutz*; verwend*; benutz*; umgang`,
    objects: `
      nach/gemäß/laut/gem/aus/auf/per art/artikel 21; art/artikel 21 _ dsgvo; art 21; widerspruchsrecht; profiling; profilbildung; profil _ über/von mich/mir; profile _ über/von mich/mir; berechtigte* interesse*; mich _ tracken/verfolgen/analysieren/beobachten/durchleuchten; kaufverhalten; einkaufsverhalten; surfverhalten; nutzerverhalten; automatisierte* entscheid*; meine _ einkäufe/käufe/bestellungen/chats/gespräche/anrufe _ auswert*/analys*/ausgewert*; auswertung _ meiner/meines
      getrackt; personalisiert* empfehlung*/werbung/angebote/preise/vorschläge; wertet/auswerten _ meine; verfolgt/getrackt/analysiert/durchleuchtet/beobachtet werden; meine _ chats/gespräche/anrufe/telefonate/nachrichten/bestellungen; kundenprofil; nutzungsprofil*; persönlichkeitsprofil*
      was ich _ kaufe/bestelle/anklicke/ansehe/anschaue/anklicke/klicke/suche/mag/gekauft; was ich mir _ _ ansehe/anschaue; ausgewertet wird/werden/wird; verfolgt/verfolgen/beobachten/aufzeichnen/tracken/speichern _ _ was ich; mein klickverhalten; meine klicks; verhalten _ auswert*; auswertet was; profil von mir; profile von mir; analysieren was; passendes/vorschläge/empfehlungen _ vorzuschlagen/machen; zum training/schulung
      meine _ einkäufe/käufe _ _ auswert*/analys*/nutz*/verwend*
      kein profiling; kein tracking; ohne profiling; für statistiken/statistische/werbung/forschung/auswertungen verwend*/nutz*/ausgewertet; meine einkäufe nicht; um mir werbung; werbung auszuspielen; personalisierte; damit ihr wisst was; gezielte werbung; was ich kaufe
automatisch* entscheid*; ausspioniert; ausspionieren; hinterherspionier*; im auge behalten; meine gewohnheiten; meine vorlieben; meine interessen; nachspionier*`,
    limit: `
      einschränk*; eingeschränkt*; beschränk*; sperr*; gesperrt; einfrier*; eingefroren; frier*; schränk*; blockier*; ruhen; stilllegen; vorerst nicht; nicht _ verwend*; nicht _ nutzen; aussetzen; nicht _ verarbeit*; nicht anfassen; pausier*; limitier*; nichts _ machen; stopp*
      nutzen sie _ nicht; nutzt _ nicht; nicht damit arbeiten; nicht mehr nutzen/verwenden/benutzen; auf eis`,
    limited: `
      einschränkung _ _ verarbeitung/datenverarbeitung/nutzung; nach/gemäß/laut/gem/aus/auf/per art/artikel 18; art/artikel 18 _ dsgvo; art 18; verarbeitung _ _ einschränk*/einzuschränken/beschränk*/aussetzen; recht auf einschränkung; datenverarbeitung _ einschränk*; datensperre; schränk*/schränken _ verarbeitung/nutzung
      sperrt/sperren/sperr/friert/frieren/friert/blockiert _ meine _ daten; daten _ gesperrt werden; daten einfrieren; datensperrung; sperrung meiner; behalten/behaltet/aufbewahren/speichern _ aber _ _ _ nicht _ verwend*/nutz*/benutz*/anfass*/verarbeit*; verarbeitung _ meiner _ _ einschränken/beschränken/aussetzen/stoppen/pausieren; nur speichern
      verarbeiten/verarbeitet/nutzen/nutzt/verwenden _ meine _ daten _ nicht weiter; nicht weiter verarbeit*; daten _ _ als beweis;;; behalten aber nicht; daten _ auf eis; auf eis legen; ruhen lassen
      niemand _ meine daten anfassen/anrühren/nutzen/verwenden; nur speichern und; nichts anderes damit; sonst nichts damit; nichts mit meinen daten; nur noch speichern
      niemand _ meine daten; bis auf weiteres _ _ _ daten`,
    meantime: `
      bis; solange; vorerst; vorläufig; während; erstmal; einstweilen; nicht löschen; aber behalten; derweil; vorübergehend; geklärt; klärung; nur speichern; prüf*
      bis _ _ geklärt/geprüft/entschieden/erledigt; läuft; prüfung; klärt; rechtsstreit; gericht; anwalt; beweis*
      als beweis; beweis; geprüft; wer recht hat`,
    correct: `
      korrigier*; berichtig*; änder*; falsch*; fehler*; stimmt nicht; stimmen nicht; richtigstell*; aktualisier*; verbesser*; nicht richtig; veraltet*; geändert; anpass*; unrichtig*; vertippt; tippfehler; inkorrekt*; ergänz*; nicht mehr aktuell; alte; alten; umbenenn*; richtig heiß*; nicht _ korrekt; verschrieben; heißt; heiße; heisse; bereinig*
      anpassen; passen _ an; richtig; ändert; änderung; korrekt; nicht korrekt; stimmt; eigentlich; neu; neue; neuen; aktuelle; aktuell`,
    rectify: `
      nach/gemäß/laut/gem/aus/auf/per art/artikel 16; art/artikel 16 _ dsgvo; art 16; recht auf berichtigung; berichtigung; berichtig* _ meine; name _ _ falsch; namen _ falsch; falsch geschrieben; geburtsdatum _ _ falsch/stimmt/korrigieren/ändern; falsche* geburtsdatum/namen/nachnamen/vornamen/handynummer/telefonnummer/geburtstag; geheiratet; nachname* _ geändert; korrektur meiner _ daten; namen _ _ _ geändert; datenberichtigung; daten _ _ falsch/veraltet/unrichtig/fehlerhaft
      als herr/herrn/frau/mann/männlich/weiblich _ gespeichert/geführt/registriert/hinterlegt/eingetragen/angeschrieben/angelegt; führt/führen mich _ als; schreibt/schreiben mich _ _ als; bin/bin aber _ _ eine frau; bin keine frau; bin kein mann/herr; heiße jetzt _ anders; heiße jetzt; neuer name; neuen nachnamen; angaben/daten/informationen _ _ _ zu/über/von mir/mich _ _ nicht/falsch/veraltet/unrichtig; nicht korrekt _ gespeichert; namen ändern/geändert/geändert; namensänderung; nachnamen _ ändern/angepasst; geburtsdatum stimmt/ist/falsch
      bin geschieden; heiße wieder
      meldet/steht/steht noch mein alter name; alter name; fehler in meinen _ daten/angaben; falsche angaben zu; geburtsdatum das sie; geburtsdatum ist/war; umbenannt; namen geändert
      vor und nachname; vorname und nachname;; steht _ _ ich wohne; ist die von meinem/meiner ex; gehört meinem/meiner ex; mein geburtsdatum ist/lautet _ _ _ _ nicht; zweiter vorname; zweitname
      namen/name vertauscht; in meinem profil steht; in meiner akte steht`,
    complain: `
      beschwer*; meld*; anzeig*; anwalt; klag*; unverschämt*; skandal; reklamier*; beanstand*; rechtliche schritte; vorwerf*; empör*
      beschwerde; beschweren; geht nicht; kann doch nicht; darf nicht; nicht sein; verletzt; problem; erklärung; frechheit`,
    regulator: `
      datenschutzbehörde*; aufsichtsbehörde*; datenschutzbeauftragt*; landesdatenschutz*; bundesdatenschutz*; bfdi; edöb; dsb; datenschutzaufsicht; *datenschutzbeauftragten; datenschutzbeschwerde; ldi; datenschutzkommission; dsgvo beschwerde; eidgenössisch*
      datenschutzbeauftragt*; landesbeauftragt*; behörde melden; datenschutz behörde; baylda; lfdi; datenschutzstelle; datenschutzaufsichtsbehörde`,
    breach: `
      verstoß*/verstoss*/verletz* _ _ datenschutz/dsgvo/privatsphäre/dsg/persönlichkeitsrechte; datenschutzverstoß*; datenschutzverstoss*; datenschutzverletzung*; datenpanne; datenleck; dsgvo verstoß/verstoss; datenschutz _ verletz*/missacht*; meine _ daten/adresse/nummer/telefonnummer/handynummer/angaben/mail _ _ weitergegeben/weitergeleitet/verraten/veröffentlicht/geleakt/herausgegeben; datenmissbrauch; privatsphäre verletzt; eingriff in meine; missbrauch meiner
      datenschutzproblem*; datenschutzvorfall*; fremde*/andere*/anderer person/kunde*/kunden/leute/käufer*; daten/name/namen/adresse/rechnung/bestellung* _ einer/eines/von/anderer/fremder fremden/anderen/fremder/anderer/jemand/kunden/leuten; fremde* daten/bestellung*/adresse*/rechnung*; daten fremder/anderer; an _ fremde*/falsche*/nachbar*/ex/chef/exmann/exfrau/vermieter _ geschickt/gegeben/gesendet/weitergegeben/verraten; meine _ adresse/nummer/rechnung/daten/telefonnummer/handynummer/mail/bestellung/anschrift _ _ _ _ veröffentlicht/gepostet/verraten/ausgeplaudert/weitergesagt/weitergeleitet/weitergegeben/herausgegeben/offengelegt; meinem/meiner ex/nachbarn/chef/mann/frau/exmann/exfrau/exfreund/vermieter/mutter _ _ _ meine* adresse/nummer/daten/bestellung/telefonnummer; meinem/meiner ex/nachbarn/chef/exmann/exfrau/exfreund/vermieter _ _ gegeben/gesagt/verraten/erzählt; wo ich wohne; umgang mit _ _ daten; mit meinen/meine kundendaten/daten _ umgegangen/umgegangen/umgehen/umgeht; verletzt/verletzung _ _ privatsphäre; ignorier* _ meine* auskunft*/anfrage/löschantrag/antrag; gegen den datenschutz; offener verteiler; alle empfänger; illegal
      datenschutz nicht _ ernst/eingehalten/beachtet; nichts von datenschutz
      ein fremder/unbekannter _ _ anruf*/angerufen/weiß/schreibt/geschrieben/hat/kennt/kommt; mich ein fremder; fremde haben/rufen/wissen; für einen/eine/jemand anderen/andere/anderer kunden/kundin/person; anderer/anderen/fremden kunde/kunden _ bestimmt; vor anderen/allen kunden/leuten;; woher weiß/wissen _ _ was ich/wo; und weiß was ich; datenleck; daten gestohlen/geklaut/geleakt/gehackt/abgeflossen; im netz/internet _ gelandet/aufgetaucht; mit name und adresse; beschwerde _ _ umgang; umgang mit meinen;; privat angeschrieben/kontaktiert; unbefugt*
      meine* _ _ _ vorgelesen; unbefugte _ _ daten
      keine antwort auf _ meine* _ auskunft*/datenanfrage/löschung*/anfrage nach; privat geschrieben/angeschrieben/kontaktiert/angerufen; schreibt/schreiben mir _ privat; woher hat/hatte er/sie/der meine; gegen _ datenschutz*/dsgvo; datenschutzrecht*; fotos _ ohne meine; verstößt/verstoßt/verstossen/verstoßen _ gegen _ _ dsgvo/datenschutz*
      hat/benutzt/verwendet meine _ nummer/adresse/mail/telefonnummer um/privat; warum/wieso hat/bekam/bekommt/weiß mein/meine _ nachbar*/ex/chef/vermieter/mann/frau; meine daten _ _ _ _ aufgetaucht/gelandet/erschienen; nicht dsgvo konform; meine daten _ _ anderen website/seite; wie sie/ihr mit meinen daten umgeht/umgehen`,
    privacy: `
      datenschutz*; dsgvo; dsg; privatsphäre; meine* _ daten; personenbezogen*; persönliche* daten; meinen daten; datenverarbeitung; datenumgang`,
    underage: `
      bin _ # .; bin _ # und/jahre/jahr/j/aber/geworden/also/darf; bin _ erst/gerade #; werde _ # .; erst # jahre; ich _ # jahre alt; noch nicht 16/sechzehn; noch keine 16/sechzehn; minderjährig*; nicht volljährig; # geworden; gehe in die _ 5/6/7/8/9 klasse; in der _ 5/6/7/8/9 klasse; noch ein kind; bin ein kind; mein alter _ #; # jahre jung; # lenze; bin # jährig
      als # jährig* ; bin # einhalb; *zehneinhalb; elfeinhalb; zwölfeinhalb; noch _ in die # klasse; gehe _ in die # klasse; gehe _ _ # klasse; in die # klasse; werde _ _ #; bin _ _ # . ; # jahre alt . ich; geboren 2012/2013/2014/2015; jahrgang 2012/2013/2014/2015; ich schüler* _ #; unter sechzehn; erst # . ; sechste/siebte/achte klasse; gymi
      werd _ _ _ # . ; werd _ _ # ; werde/werd/wird _ _ _ 16/sechzehn; werd 16; bald #; erst 16; bin ein/eine # jährig*; # jährige* mädchen/junge/schülerin/schüler/teenager; als #; # . geburtstag; # geburtstag; meinen/mein # . geburtstag; meinen/mein # geburtstag; gehe/geh/bin in die/der _ 5/6/7/8/9/fünfte/sechste/siebte/achte/neunte/fünften/sechsten/siebten/achten/neunten klasse; siebten/sechsten/achten/neunten/fünften klasse; siebte/fünfte/neunte klasse; bin _ nicht 16/sechzehn; noch _ nicht 16/sechzehn; bin noch nicht alt; zu jung; schülerin und #; # und darf; hab heute _ # ; bin noch keine 16/sechzehn; # j alt; bin # und; bin unter
      bin/noch/ich _ unter 16/sechzehn; noch unter; unter 16/sechzehn _ _ .`,
    kid: `
      meine/mein/meiner/meinem/unsere/unser/meinen/unserer/unserem _ tochter/sohn/kind/kinder/enkel/enkelin/nichte/neffe/bub/mädchen/junge/stieftochter/stiefsohn/jüngste/jüngster/kleine/kleiner/große/bruder/schwester/mädel/sohnemann; tochter; sohn; bub; enkel*
      sie/er ist _ #; unser/mein kleiner/kleine; ich bin ihre/seine/die mutter/vater/mama/papa; pflegekind; teenager; zwillinge; kids; stiefkind`,
    age: `#; minderjährig*; unter 16`,
    joined: `
      konto angelegt/erstellt/eröffnet/gemacht/aufgemacht; kundenkonto; konto; account; registrier*; angemeldet; angelegt; eingetragen; ohne meine/unsere/mein/unser/zu/unser/dass wissen/erlaubnis/zustimmung/einwilligung/einverständnis/fragen/ich/wir; daten; benutzerkonto; eingegeben; erlaubnis; newsletter; mit euch/ihnen geschrieben/gechattet/gesprochen/geredet; gechattet
      aufgemacht; eröffnet; erstellt; bei euch/ihnen _ _ geschrieben/angemeldet/bestellt/registriert/angelegt; chat; chattet; auf ihrer/eurer webseite/website/seite; heimlich; adresse angegeben; nummer gegeben; angegeben; selbst bestellt; allein bestellt
      in ihrem/seinem namen; bei ihnen registriert; konto eröffnet; sich bei
      geschrieben hat; das geschrieben; hat das geschrieben; hat geschrieben`,
  },
};
