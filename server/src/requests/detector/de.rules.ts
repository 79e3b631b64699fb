import type { LanguagePack } from './language-pack.rules.js';

const data =
  'daten/angaben/infos/info/informationen/unterlagen/akte/profil/datensatz/datensätze/personendaten/kundendaten/kontaktdaten/stammdaten/bestandsdaten/persönliches';
const my = 'mein/meine/meinen/meinem/meiner/meines/unsere/unserer/unseren/ihre/seine/meins/mei/mir';
const held =
  'gespeichert*/gesammelt*/erfasst*/verarbeitet*/habt/haben/hat/speicher*/wisst/wissen/weiss/weiß/vorliegen/vorhanden*/hinterlegt*/erhoben*/besitz*/sammelt';

export const de: LanguagePack = {
  ages: 'fünf/sechs/sieben/acht/neun/zehn/elf/zwölf/dreizehn/vierzehn/fünfzehn',
  concepts: {
    harmless: `
      datenblatt; bankkonto; girokonto; konto nummer; kontonummer; nicht löschen/schließen/kündigen/entfernen; nicht gelöscht/geschlossen
      habe/hab _ _ bereits/schon gelöscht/gekündigt/abgemeldet; datenschutzerklärung; hier sind meine; vergiss/vergesst/vergessen es/sie/wir; schon/bereits gelöscht
      # tag*/woche*/monat*/stunde*/minute*/min/km/kg/cm/mm/m/prozent/stück/stühle/euro/uhr/jahre garantie/meter/franken/grad/bis/von/personen
      sendungsdaten; lieferdaten; bestelldaten; auskunft zu/zur/über meiner/die/den/das/meine/der bestellung/lieferung/sendung/paket; meine daten lauten; meine daten sind
      nummer/hausnummer/wohnung/stock/etage # ; welche informationen/daten/angaben brauch*/benötig* sie/ihr/du; rabatt _ newsletter; newsletter rabatt/gutschein; schicke nachher; app gelöscht; fotos bekommen`,
    thing: `
      bestellung; bestellungen; artikel; warenkorb; stuhl; stühle; tisch; sofa; produkt*; paket; rechnung; lieferung; gutschein; rabatt; merkliste; wunschliste; regal; lampe; bett; liefer*; position; termin`,
    erase: `
      lösch*; gelösch*; entfern*; vernicht*; tilg*; raus; weg; wegmachen; wegwerfen; beseitig*; loswerden; loschn; losch*; radier*; ausradier*; nehm*/nimm _ _ aus; rausnehmen; herausnehmen; streich*; gestrichen; verschwinden; nichts/nix _ mehr _ speicher*; nicht mehr speicher*/habt/haben/aufbewahr*; nicht _ weiter speicher*; nicht _ _ speicher*; säuber*; anonymisier*; vergess*; vergiss; zu löschen; schmeiß*; putzt; eliminier*
      nichts/nix mehr; bewahr*; nicht länger _ bewahr*/aufbewahr*/speicher*/haben; nicht länger; aufbewahr*; nicht mehr haben; platt; aus eurem/ihrem/dem/eurer/ihrer system/datenbank/kartei; sollen weg; verschwind*; wegtun; ausgelöscht; auslöschen; losch; löschn; nicht _ behalten; nicht mehr _ behalten; säubern; entsorg*; zu tilgen`,
    mine: `
      ${my} _ ${data}; ${my} _ nummer/telefonnummer/handynummer/adresse/mail/email/emailadresse/mailadresse/karte/kreditkarte/kartendaten/zahlungsdaten/aufzeichnungen/anrufe/chats/chatverlauf/verlauf/fotos/bewertungen/nachrichten/natelnummer/gespräche
      personenbezogene* daten; persönliche* daten; personenbezogene* informationen; ${data}/alles/was/irgendwas/etwas/nichts/einträge/unterlagen/alle _ über/von/zu/betreffend mich/mir/meiner/meine/uns; alles was ihr/sie; diesen/dieses/den/unseren/unser chat/gespräch/chatverlauf/unterhaltung; diese unterhaltung/konversation; daten die/was ihr/sie; mich _ system/datenbank/kartei; meine daten; alle/sämtliche daten
      von/über mir/mich _ nichts/nix; nichts/nix _ von/über mir/mich; von mir; mich _ aus; meine nummer; meine/meiner bestellhistorie/kaufhistorie/historie/adressen/adresse; diese nachrichten; über mich; mich _ komplett; ihre/seine daten`,
    system: `aus/in/von _ system/systemen/datenbank/kartei/datei/dateien/akten/liste/listen/unterlagen`,
    data: `
      ${my} _ ${data}; personenbezogene* daten/informationen; persönliche* daten; personendaten; ${data}/alles/was/irgendwas/etwas/einträge/notizen _ über/von/zu/betreffend mich/mir/uns; ${data}/alles/was _ ihr/sie/kwoking _ über/von/zu mich/mir; über mich _ ${held}; von mir _ ${held}; mich betreffende*; zu meiner person; daten die/was ihr/sie; meine/mein kaufverhalten/einkäufe/bestellhistorie/chats/anrufe/gespräche/kaufhistorie/verhalten; mein kaufverhalten/einkaufsverhalten/surfverhalten/verhalten/profil
      kundenakte; in meiner _ akte; kundendaten; über mich; zu mir; meine* daten; personendaten; unter meinem namen`,
    contactField: `
      ${my} _ name/namen/nachname/nachnamen/vorname/vornamen/familienname/familiennamen/geburtsdatum/geburtstag/telefonnummer/handynummer/nummer/mail/email/emailadresse/mailadresse/adresse/anschrift/anrede/wohnadresse/natelnummer/natel; geburtsdatum; handynummer; telefonnummer; nachname*; vorname*; emailadresse; geburtstag; schreibweise; anrede`,
    place: `
      bei euch/ihnen; in eurem/ihrem/meinem/euren/ihren/dem/eurer/ihrer _ system/profil/konto/kundenkonto/account/unterlagen/daten/datenbank/datensatz/akten/kartei; kundenkonto; profil; gespeichert; hinterlegt; von mir; ihr/sie habt/haben; im system/profil/konto/kundenkonto/account; stammdaten; erfasst; eingetragen; geheiratet; heirat`,
    account: `
      konto; kundenkonto; benutzerkonto; account; nutzerkonto; profil; zugang; kundenprofil; benutzerprofil; mitgliedschaft; registrierung; kundenaccount; onlinekonto; useraccount; login; kundenzugang
      acc; kundenkonto; kundenzugang; nutzerprofil; kontos; benutzerzugang; shopkonto; käuferkonto; kundenkontos`,
    close: `
      schließ*; schliess*; lösch*; gelösch*; kündig*; gekündig*; auflös*; aufgelös*; deaktivier*; stilleg*; stillgelegt; entfern*; beend*; dichtmachen; zumach*; geschlossen; schlies*; brauche kein*; will kein*; möchte kein*; weg; abmeld*; aufheb*; zu machen; kein* _ mehr; saldieren; auflos*; loswerden; aufgeben; nicht mehr
      heben; hebt; macht _ _ zu; mach _ _ zu; zu; nicht mehr; will/möchte/brauche kein*; verschwinden; stillegen; abschalt*; dicht; tilg*; abmelden; auflös*; zusperr*; auflass*; auflassen; vernicht*; löst; löse`,
    closing: `
      kontolöschung; kontoschließung; kontoschliessung; konto _ zu .; kontokündigung; accountlöschung`,
    forgotten: `
      recht auf löschung/vergessenwerden/vergessen; art/artikel 17; vergessen werden; vergesst/vergessen/vergiss _ mich; löschantrag; löschbegehren; löschung _ meiner/aller/sämtlicher/personen*; löschgesuch; mich _ löschen; löscht/löschen/lösch/entfernt/entfernen mich; löschungsantrag; datenlöschung`,
    show: `
      kopie*; send*; schick*; zeig*; gebt; geben; auskunft; einsicht; einsehen; sehen; mitteil*; mitgeteilt; nenn*; welche; was; wissen; erfahr*; offenleg*; übersicht; liste; auflistung; aushändig*; herausgabe; zukommen; ausdruck; bekommen; erhalten; anfordern; wer; wem; woher; wo; kriegen; haben; teilt; teilen; sagt; sagen; anschauen; einblick; wieso; warum; übermittel*; verlang*; möchte; lass*`,
    right: `
      auskunft nach/gemäß/gemäss/über/zu/laut/gem/bezüglich/aus art/artikel/meine/mich/meiner/alle/die/dsgvo/dsg; art/artikel 15; art/artikel 25 dsg; auskunftsrecht; recht auf auskunft; auskunftsersuchen; auskunftsbegehren; auskunftsanfrage; auskunftsanspruch; selbstauskunft; datenauskunft; dsgvo auskunft; datenkopie; auskunftsverlangen; auskunftsgesuch; auskunft _ daten; auskunft dsgvo/dsg; dsgvo anfrage
      was/wisst/wissen _ _ über mich; aufzeichnung*/aufnahme*/mitschnitt*/protokoll*/transkript* _ meine*/unsere*/von/der/des _ anruf*/telefonat*/gespräch*/chat*; meine/n/r gesprächsaufzeichnung*; alles was ihr/sie _ _ habt/haben/gespeichert; akteneinsicht; gesprächsmitschnitt*; anrufaufzeichnung*; über mich gespeichert*
      kundenakte; telefonat/gespräch/anruf _ _ anhören/aufgenommen/aufgezeichnet; haben/habt/hat sie/ihr/man _ daten/infos/informationen/angaben/etwas/irgendwas _ von/über/zu mir/mich; mit wem _ teilt/teilen _ _ meine*; zu meiner person; unter meinem namen; was _ _ über mich; aufzeichnung*/aufnahme*/mitschnitt* _ _ gespräch*/telefonat*/anruf*; kopie _ _ daten; was ihr/sie über/von mich/mir; stell* mir _ _ daten; mein/meine _ akte`,
    shared: `
      wem; wer; woher; an wen; welche* firmen/unternehmen/dritte*/partner/empfänger; weitergegeben; weitergeleitet; verkauft; empfänger; weitergebt; weitergeben; übermittelt; wer alles`,
    export: `
      maschinenlesbar*; csv; json; xml; exportier*; export; herunterlad*; runterlad*; download*; übertrag*; übermittel*; mitnehm*; gängig*; strukturiert*; umzieh*; portier*; datei; excel; andere* anbieter/shop/händler/unternehmen; weiterverwend*; transferier*; umziehen; portabel`,
    portable: `
      datenübertragbarkeit; datenportabilität; art/artikel 20; recht auf übertragbarkeit/portabilität; datenexport; datenmitnahme; datenherausgabe; art/artikel 28 dsg`,
    withdraw: `
      widerruf*; zurückzieh*; ziehe _ _ zurück; ziehe; zurück; zurücknehm*; nehme _ _ zurück; nicht mehr _ einverstanden; nicht mehr _ zu; entzieh*; zieh; zurückgezogen; nicht länger; gilt nicht mehr; ungültig; rückgängig; nicht mehr; nehm; nehme`,
    consent: `
      einwilligung*; zustimmung*; einverständnis*; erlaubnis; genehmigung; einverstanden; zugestimmt; eingewilligt; ok zu/zur; einverständniserklärung; gestimmt; ja zu/zur; stimme; mein ja; erlaubt; freigabe; berechtigung; mein ok; bewilligung`,
    market: `
      newsletter*; werbung; werbemail*; werbe*; reklame; spam; prospekt*; katalog*; verteiler*; mailingliste; werbepost; marketing*; angebotsmails; angebote; rundmail*; promo*; infomails; sms werbung; reklam*; direktwerbung; direktmarketing; infopost; mailings; werbezwecke*; aktionsmails; flugblätter; rabattmails; wurfsendung*; postwurf*; rundschreiben; infobrief`,
    stop: `
      abbestell*; abmeld*; abgemeldet; abzumelden; meld*; keine; kein; keinen; nicht mehr; nie wieder; hört; hör; aufhören; stopp*; stop; streich*; raus; aus; widersprech*; widerspruch; unterlass*; verschon*; genug; will nicht; möchte nicht; austrag*; ausgetragen; abstell*; abzubestellen; nehm*; nimm; lasst; schluss; widersprich*; abschalt*; ohne; untersag*; verzicht*; lösch*; entfern*; verbiet*; satt; abbestellt; ab; los; einstellen; ende; nervt; nerven; künden; kündigen; tragt
      verschon*; nie bestellt/angemeldet/gewollt; los; nervig; ungefragt; unerwünscht*; ungebeten*; lass; gebt; wollte nie; trag*; bitte nicht; verzichte; genervt; deabonnier*; kündig*; blockier*; kann weg; einzustellen; unterbind*`,
    optOut: `
      verkauft/verkaufen _ _ daten _ nicht; daten _ _ nicht _ verkauf*/weiterverkauf*/weitergeb*; nicht _ daten _ verkauf*; verkauf/weitergabe/weiterverkauf/handel meiner/mit _ daten; kein* verkauf meiner; werbewiderspruch; werbesperre; opt out; robinsonliste; daten _ nicht an dritte; keine daten _ verkaufen/weitergeben; schickt/schicken/sendet _ keine mails/emails/sms; keine mails/emails/sms/anrufe mehr; nicht mehr angerufen/anrufen/angeschrieben
      schickt/schicken/sendet/senden/schick _ nichts mehr; nichts mehr _ schick*/send*; keine mails/emails/post/sms/anrufe/nachrichten mehr; lasst mich in ruhe; lassen sie mich in ruhe; nicht mehr _ kontaktier*/anruf*/anschreib*/anschrieb*; nicht mehr kontaktiert; daten _ _ werbepartner/werbekunden/werbefirmen/dritte; an werbepartner; nicht _ verkauft/verkaufen; keine anrufe`,
    object: `
      widersprech*; widersprich*; widerspruch; hört; hör; aufhören; nicht; kein; keine; keinen; lasst; stopp*; unterlass*; dagegen; untersag*; ablehn*; lehne; verbiet*; stört; verboten; verbitte; einspruch; schluss; verweiger*
      dagegen; ich bin gegen; nichts; ungern; ohne mich; nicht werden; aufhört; nicht länger; verlange _ ende; unterbinde*`,
    use: `
      verarbeit*; nutz*; auswert*; ausgewertet; analys*; profiling; tracking; tracken; getrackt; verwend*; benutz*; beobacht*; verfolg*; profil; profile; trainier*; schul*; training; statisti*; durchleucht*; personalisier*; berechtigte* interesse*; bewert*; auszuwerten; ausgespäht; ausspähen; auswertung
      wertet; auswert*; getrackt; trackt; empfehlungen; analysier*; schulung*; schulen; ki`,
    usage: `nutz*; verwend*; benutz*; umgang`,
    objects: `
      art/artikel 21; widerspruchsrecht; profiling; profilbildung; profil _ über/von mich/mir; profile _ über/von mich/mir; berechtigte* interesse*; mich _ tracken/verfolgen/analysieren/beobachten/durchleuchten; kaufverhalten; einkaufsverhalten; surfverhalten; nutzerverhalten; automatisierte* entscheid*; meine _ einkäufe/käufe/bestellungen/chats/gespräche/anrufe _ auswert*/analys*/ausgewert*; auswertung _ meiner/meines
      getrackt; personalisiert* empfehlung*/werbung/angebote/preise/vorschläge; wertet/auswerten _ meine; meine _ einkäufe/käufe/daten; verfolgt/getrackt/analysiert/durchleuchtet/beobachtet werden; meine _ chats/gespräche/anrufe/telefonate/nachrichten/bestellungen; kundenprofil; nutzungsprofil*; persönlichkeitsprofil*`,
    limit: `
      einschränk*; eingeschränkt*; beschränk*; sperr*; gesperrt; einfrier*; eingefroren; frier*; schränk*; blockier*; ruhen; stilllegen; vorerst nicht; nicht _ verwend*; nicht _ nutzen; aussetzen; nicht _ verarbeit*; nicht anfassen; pausier*; limitier*; nichts _ machen; stopp*`,
    limited: `
      einschränkung _ _ verarbeitung/datenverarbeitung/nutzung; art/artikel 18; verarbeitung _ _ einschränk*/einzuschränken/beschränk*/aussetzen; recht auf einschränkung; datenverarbeitung _ einschränk*; datensperre; schränk*/schränken _ verarbeitung/nutzung`,
    meantime: `
      bis; solange; vorerst; vorläufig; während; erstmal; einstweilen; nicht löschen; aber behalten; derweil; vorübergehend; geklärt; klärung; nur speichern; prüf*`,
    correct: `
      korrigier*; berichtig*; änder*; falsch*; fehler*; stimmt nicht; stimmen nicht; richtigstell*; aktualisier*; verbesser*; nicht richtig; veraltet*; geändert; anpass*; unrichtig*; vertippt; tippfehler; inkorrekt*; ergänz*; nicht mehr aktuell; alte; alten; umbenenn*; richtig heiß*; nicht _ korrekt; verschrieben; heißt; heiße; heisse; bereinig*`,
    rectify: `
      art/artikel 16; recht auf berichtigung; berichtigung; berichtig* _ meine; name _ _ falsch; namen _ falsch; falsch geschrieben; geburtsdatum _ _ falsch/stimmt/korrigieren/ändern; falsche* geburtsdatum/namen/nachnamen/vornamen/handynummer/telefonnummer/geburtstag; geheiratet; nachname* _ geändert; korrektur meiner _ daten; namen _ _ _ geändert; datenberichtigung; daten _ _ falsch/veraltet/unrichtig/fehlerhaft`,
    complain: `
      beschwer*; meld*; anzeig*; anwalt; klag*; unverschämt*; skandal; reklamier*; beanstand*; rechtliche schritte; vorwerf*; empör*`,
    regulator: `
      datenschutzbehörde*; aufsichtsbehörde*; datenschutzbeauftragt*; landesdatenschutz*; bundesdatenschutz*; bfdi; edöb; dsb; datenschutzaufsicht; *datenschutzbeauftragten; datenschutzbeschwerde; ldi; datenschutzkommission; dsgvo beschwerde; eidgenössisch*`,
    breach: `
      verstoß*/verstoss*/verletz* _ _ datenschutz/dsgvo/privatsphäre/dsg/persönlichkeitsrechte; datenschutzverstoß*; datenschutzverstoss*; datenschutzverletzung*; datenpanne; datenleck; dsgvo verstoß/verstoss; datenschutz _ verletz*/missacht*; datenschutz nicht; meine _ daten/adresse/nummer/telefonnummer/handynummer/angaben/mail _ _ weitergegeben/weitergeleitet/verraten/veröffentlicht/geleakt/herausgegeben; datenmissbrauch; privatsphäre verletzt; eingriff in meine; ohne meine/meiner einwilligung/erlaubnis/zustimmung/einverständnis/wissen; missbrauch meiner`,
    privacy: `
      datenschutz*; dsgvo; dsg; privatsphäre; meine* _ daten; personenbezogen*; persönliche* daten; meinen daten; datenverarbeitung; datenumgang`,
    underage: `
      bin _ # .; bin _ # und/jahre/jahr/j/aber/geworden/also/darf; bin _ erst/gerade #; werde _ # .; erst # jahre; ich _ # jahre alt; unter 16/sechzehn; noch nicht 16/sechzehn; noch keine 16/sechzehn; minderjährig*; nicht volljährig; # geworden; gehe in die _ 5/6/7/8/9 klasse; in der _ 5/6/7/8/9 klasse; noch ein kind; bin ein kind; mein alter _ #; # jahre jung; # lenze; bin # jährig
      als # jährig* ; bin # einhalb; *zehneinhalb; elfeinhalb; zwölfeinhalb; noch _ in die # klasse; gehe _ in die # klasse; gehe _ _ # klasse; in die # klasse; werde _ _ #; bin _ _ # . ; # jahre alt . ich; geboren 2012/2013/2014/2015; jahrgang 2012/2013/2014/2015; ich schüler* _ #; unter sechzehn; erst # . ; sechste/siebte/achte klasse; gymi`,
    kid: `
      meine/mein/meiner/meinem/unsere/unser/meinen/unserer/unserem _ tochter/sohn/kind/kinder/enkel/enkelin/nichte/neffe/bub/mädchen/junge/stieftochter/stiefsohn/jüngste/jüngster/kleine/kleiner/große/bruder/schwester/mädel/sohnemann; tochter; sohn; bub; enkel*
      sie/er ist _ #; unser/mein kleiner/kleine; ich bin ihre/seine/die mutter/vater/mama/papa; pflegekind; teenager; zwillinge; kids; stiefkind`,
    age: `#; minderjährig*; unter 16`,
    joined: `
      konto; kundenkonto; account; registrier*; angemeldet; angelegt; profil; eingetragen; ohne meine/unsere/mein/unser/zu/unser; daten; benutzerkonto; eingegeben; erlaubnis; newsletter; mit euch/ihnen geschrieben/gechattet; gechattet
      aufgemacht; eröffnet; erstellt; gemacht; wissen; gegeben; bei euch/ihnen _ geschrieben; chat; chattet; shop; webseite; website; seite; heimlich; adresse; nummer`,
  },
};
