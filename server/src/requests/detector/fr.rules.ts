import type { LanguagePack } from './language-pack.rules.js';

const data =
  'données/donnée/infos/info/informations/information/renseignements/coordonnées/dossier/dossiers/fiche/profil/historique/datas/data/doner/donner/donées';
const my = 'mes/mon/ma/nos/ses/leurs/notre/son/sa';
const held =
  'avez/détenez/conservez/stockez/gardez/possédez/savez/collectez/enregistré*/stocké*/collecté*/recueilli*/conservé*/détenu*/traitez/av/a/ont';

export const fr: LanguagePack = {
  ages: 'cinq/six/sept/huit/neuf/dix/onze/douze/treize/quatorze/quinze',
  common: `le la les l un une des du de d à au aux et ou mais si donc car ce cet cette ces mon ma mes notre nos votre vos son sa ses leur
    je j tu il elle on nous vous ils elles me m te t se s moi lui y en ne n pas plus que qu qui quoi dont où quand comment pourquoi
    est suis sont était étais ai as a avons avez ont avait être avoir faire fait dans sur sous pour par avec sans chez vers entre
    très bien merci bonjour bonsoir svp oui non ici là aussi encore déjà toujours jamais tout tous toute toutes peux pouvez peut
    veux voudrais voulez faut commande commandé livraison livré livreur colis article articles savoir voir
    renvoyer renvoi envoi envois personnel personnels fermeture conforme conformes formation livre livrer reçu voisin voisine
    ferme vient viens viendra vendeur vendu vendredi porte portes passe passer jour jours heure demain hier`,
  concepts: {
    harmless: `
      fiche technique/produit; compte bancaire; compte en banque; numéro de compte; ne supprimez/effacez/fermez/les/le/la pas; ne _ effacez/supprimez/fermez pas; pas supprimer/fermer/effacer
      ai déjà supprimé/fermé/effacé/résilié; voici mes/mon; ce sont mes; oubliez/oublie . ; oublie/oubliez ça/cela/la/le; politique de confidentialité; aucune/pas objection; pas d objection; tenir compte; compte tenu; rendre compte; en fin de compte; se rendre compte
      # jour*/semaine*/mois/heure*/minute*/min/km/kg/cm/mm/m/chaise*/euro*/pour/pièce*/mètre*/personnes/articles/coussins/dollars/enfants/h/commandes/colis; informations/infos/renseignements/données sur la/le/les/l/un/une/vos/cette/ce; mes coordonnées sont; code/codes promo; compte rendu
      droit de rétractation; accéder à mon compte; avant/après
      numéro/appartement/étage/apt/appt # ; quelles informations/données/infos vous faut/avez/collecte*; informations/infos vous faut; remise de la newsletter; en sécurité; commande numéro
      sur l étagère/armoire/article/état/avancement/entretien/canapé; sur le/la/les/cet/cette/ce/un/une/vos canapé/lampe/table/matelas/étagère/produit/produits/meuble/tissu/livraison/commande/lit/chaise/garantie/bois/colis/sécurité/fauteuil/retour       moins de 16/15/14/12/10 kg/kilos/cm/euros/minutes/jours/ans garantie/kg/kilos/cm; ai # jours/minutes/heures/semaines/jour/articles/chaises/commandes/personnes; il y a # ans; table/canapé/lit/meuble/fauteuil _ # ans; # ou #; entre # et #; à # h/heures; # h; # %; # pour; dans # jours/minutes; le # janvier/février/mars/avril/mai/juin/juillet/août/septembre/octobre/novembre/décembre; # janvier/février/mars/avril/mai/juin/juillet/août/septembre/octobre/novembre/décembre; lundi/mardi/mercredi/jeudi/vendredi/samedi/dimanche #; client* depuis # ans; garantie _ # ans; garantie _ _ # ou; 2/3/4/5 ans; ouverte/ouvert       code _ _ newsletter; code de la newsletter; remise _ _ newsletter; newsletter ne marche; recevoir la newsletter; inscrire/inscris/inscrit à la newsletter; s inscrire; m inscrire; conforme* au rgpd; vos coordonnées; mes coordonnées étaient; mes coordonnées :; mes données : ; coordonnées bancaires; mon dernier message; données du meuble; fiche technique; mon autre compte; sur mon compte bancaire; connecter à mon compte; dans/à/sur mon compte; mon compte _ débité/crédité; compte _ débité; un compte pour; faut il un compte; besoin d un compte; quand je paie; en sécurité quand; données _ en sécurité; sur mon autre; accès au système; mes coordonnées étaient chez; vis; ignorez mon; fermer _ porte; code promo; copie de ma/la facture
      garantie de # ans; client* depuis # ans; canapé/table/lit/meuble/fauteuil/chaise/armoire/angle _ a # ans; est ce que le/la _ _ _ moins de; fait/pèse moins de; frère/sœur/grande/grand/aîné* a # ans; désinscrire du service; désinscrire de la livraison; service de montage; toutes les informations que vous avez sur l/le/la/les/ce
      étagère/chêne _ _ a # ans; et tient toujours`,
    ask: `qui; quoi; que; qu; quelles; quels; quelle; quel; où; comment; pourquoi; savoir; savez; avez vous; est ce; dites`,
    onMe: `
      données personnelles; renseignements personnels; informations personnelles; infos perso*; ${data}/tout/rien/ce/trace/chose/notes _ _ _ sur/concernant/à moi/nous/sujet; me concern*; à mon sujet; à mon propos; sur moi; à ma personne; mes données; mes renseignements; mon dossier; ma fiche
      ${data}/tout/ce/fichier _ _ _ sur/concernant/de mon/ma/notre/mes fils/fille/enfant/enfants/mère/père/mari/femme; données de mon/ma/notre fils/fille/enfant/mère/père/mari/femme
      avec/sous mon mail/adresse/nom/numéro/email; système _ _ sur moi/mon; sur moi; mes appels sont enregistrés`,
    pronoun: `les; ça; cela; le; la; tout; l`,
    heldField: `
      vous/avez/tu _ encore _ mon/ma/mes adresse/numéro/téléphone/mail/email/courriel/portable/coordonnées/carte/nom; avez mon/ma/mes _ adresse/numéro/mail/email/courriel/portable/coordonnées/carte/téléphone; gardez mon/ma/mes; mon/ma/mes _ adresse/numéro/mail/carte/coordonnées _ enregistré*/encore/toujours/traîn*
      encore/toujours mon rib/numéro/adresse/mail/iban; avez encore/toujours _ mon/ma/mes; avez gardé mon/ma/mes`,
    drop: `
      vir*; jet*; dégag*; balanc*; sortez; sortir; vider; videz; nettoy*; oubli*; débarrass*; disparai*; enlev*; ôt*; éparp*
      débarrass*`,
    disagree: `plus d accord; ne suis plus _ d accord; plus _ accord pour; ne veux plus _ que; ne consens/autorise/accepte plus; n accepte/autorise plus; pas d accord pour`,
    gave: `mes/mon/ma _ données/adresse/numéro/mail/photo/photos/coordonnées/infos/téléphone _ _ _ transmis*/donné*/communiqué*/utilisé*/vendu*/publié*/partagé*; donné/transmis/communiqué/utilisé/partagé/vendu/publié/donnez/transmettez/utilisez mes/mon/ma`,
    unasked: `sans mon/ma/me/m accord/consentement/autorisation/permission/demander/avoir; à mon insu; sans me demander; jamais autorisé/accepté/donné/consenti; derrière mon dos; inadmissible; inacceptable; scandaleux; honteux; pas le droit; illégal`,
    identity: `
      mon/ma/mes _ numéro/téléphone/portable/mail/email/courriel/nom/prénom/naissance/anniversaire/civilité/cellulaire; date de naissance; date d anniversaire; nom de famille; mon profil; mon patronyme`,
    changed: `
      a changé; changé; changer; manque un/une; il manque; ajouter; corrig*; rectif*; modif*; faux; fausse; erron*; erreur; incorrect*; inexact*; mal; mettre/mettez à/a jour; mise à jour; actualis*; pas ma; pas mon; n est plus; plus le bon; plus la bonne; mariée; marié; divorc*; coquille; faute; obsolète; pas bon; pas bonne;; nom de jeune fille; s écrit`,
    iAm: `
      j ai # ans et/mais/je/.; jai # ans et/mais/je/.; j ai que # ans; n ai que # ans; viens d avoir #; ai pas encore 16/seize; pas encore 16/seize ans; ai moins de 16/seize; j ai _ # ans; jai # ans; je suis en 6/5/4 e/eme; suis en 6/5/4 e/ème; j aurai # ans; j aurai 16 ans; jaurai #/16 ans; j ai # ans
      suis une fille/élève de #; suis un garçon/élève/ado de #
      suis de 2011/2012/2013/2014; suis né/née en 2011/2012/2013/2014/2015; ans avant _ 16/seize; ans avant mes 16
      viens davoir #`,
    spoken: `mes _ données/infos/renseignements; données/informations/renseignements personnel*; données _ sur/de/concernant moi; me concernant; ma vie privée; protection des données; mes informations; mon historique; mes habitudes`,
    thing: `
      commande; commandes; article commandé; panier; chaise*; table; canapé; produit*; colis; facture; livraison; bon; remise; étagère; lampe; lit; liste de souhaits; rendez; meuble*`,
    erase: `
      supprim*; effac*; retir*; enlev*; détrui*; élimin*;; suprim*; disparaît*;; faire disparaître; fasse disparaître; éras*; débarrass*;; ôtez; purge*; ne _ _ conserv*/gard*/stock*/retrouv*; plus aucune/rien; radi*; anonymis*; destruct*; suppression; effacement;; plus conserver/garder/stocker; arrêt* _ garder/conserver/stocker;
      plus rien; reste rien; ne veux plus _ que vous ayez/gardiez/conserviez; plus que vous _ ayez/gardiez/conserviez; ménage; faites _ disparaître; disparaiss*; plus aucune; rien garder/conserver; ne gardez/conservez/stockez; cess* _ conserver/garder; aucune trace; que vous ayez; faire effacer; n ayez plus; plus avoir; ôter
      faire effacer; ne _ _ conserver/garder/stocker/conserve/garde/stocke; pas que vous gardiez/conserviez/ayez/stockiez; ne veux pas _ _ gardiez/conserviez/conservée/conservé/gardé/gardée/conservées/enregistrée/enregistré/stockée; ne plus conserver/garder/stocker/figurer/avoir; ne gardiez; plus aucune trace; sans laisser; virez; dégagez; bazard*; ne reste rien/plus/aucune`,
    mine: `
      ${my} _ ${data}; données personnelles; renseignements personnels; informations personnelles; infos perso; ${my} _ numéro/adresse/mail/email/courriel/téléphone/cellulaire/portable/carte/cartes/enregistrements/appels/avis/photos/messages/conversations/clavardages/échanges
      ${data}/tout/rien/ce/trace/traces/quoi/quoique/chose/notes _ _ sur/de/concernant/à/me moi/me/nous; tout ce que/qui vous/me; cette/la/notre conversation; ce/le/notre chat; cette discussion; ce clavardage; aucune trace; mon existence; mes données; toutes les données;; à mon nom; mon adresse; mes adresses; infos me concernant; me concernant; mon historique
      mes coordonnées; mes affaires; mon nom _ _ fichier/base/système; ce que vous _ ${held} _ sur/de moi; tout ce que vous _ ${held}; ses/leurs données/infos/informations/coordonnées; données/infos/informations de mon/ma/mes mère/père/mari/femme/fils/fille/enfant; mes/mon/ma _ et _ adresse/numéro/mail/téléphone; cette conversation; notre conversation; nos conversations; mes clavardages; ce chat; ma voix; mes images
      ce que j ai/aurais écrit/tapé/dit/envoyé/posté; ce que j _ écrit; tout ce que j _ écrit/dit/envoyé/donné; mon rib; ma carte; mes coordonnées bancaires; tout ce qui me concerne; qui me concerne; mes paiements; mon iban; mes propos; mes écrits; mes audios
      données que j _ _ laissé*/donné*/rempli*; ce que je vous _ envoyé/donné/écrit; concernant mon mari/père/fils; concernant ma femme/mère/fille; sur notre famille
      photos/images que j ai _ _ envoyé*/mis*/téléchargé*; tout ce qui _ _ lui/elle`,
    system: `de/dans/vos/votre/sur _ base/bases/système/systèmes/fichier/fichiers/serveurs/liste/listes/registres/dossiers`,
    data: `
      ${my} _ ${data}; données personnelles; renseignements personnels; informations personnelles; infos perso*; données perso*; ${data}/tout/rien/ce/trace/traces/quoi/chose/notes _ _ sur/concernant/à/de moi/nous; me concern*; ${data} _ que vous _ ${held}; tout ce que vous _ ${held}; données que vous
      à mon nom; à mon sujet; à mon propos; sur moi; me concernant; sur mon compte; à ma personne
      données/informations/infos/tout/renseignements _ _ _ sur/de/concernant mon/ma/notre fils/fille/enfant/mère/père/mari/femme; historique _ achats/commandes; mes achats; tout ce que je vous _ donné; toutes mes; mes coordonnées; ce que vous _ ${held} _ sur moi; ses données
      mes/mon _ achats/comportement/habitudes/conversations/conversation/appels/chats/échanges/enregistrements
      qui me concerne; mon rib; que je vous ai _ fourni*/donné*/transmis*/confié*; mon historique; mes achats`,
    contactField: `
      ${my} _ nom/prénom/naissance/téléphone/portable/cellulaire/numéro/mail/email/courriel/adresse/anniversaire/cell/natel/patronyme/civilité; date de naissance; nom de famille; numéro de portable/téléphone/cellulaire; nom de jeune; adresse courriel/mail/email; numéro _ pour moi
      l adresse _ _ que vous avez; mauvais/mauvaise/ancien/ancienne/faux/fausse _ adresse/numéro/mail/nom/téléphone/email/courriel; numéro/adresse/mail/nom que vous avez; un homme/monsieur; une femme/madame; comme monsieur/madame/homme/femme; civilité; genre`,
    place: `
      vos/votre/mon/le/ma/ton _ fichier/fichiers/système/systèmes/base/dossier/dossiers/profil/compte/registres/fiche; chez vous; vous avez; vous m; enregistré*; mariée; marié; mariage; divorc*; profil; fiche client; que vous
      que vous avez; avez pour moi; m avez; inscrit*; vos dossiers; enregistré*; compte`,
    account: `
      mon/ma/mes/notre/son/le/un/de/ce/sa/du _ compte; compte client/utilisateur; compte; profil; inscription; adhésion; espace client; mon profil
      accès client; mon accès; espace personnel; espace membre; mon abonnement client; ma carte de fidélité; compte fidélité; mon cpte; cpte
      comptes; deux comptes; deuxième compte; celui avec; mon espace`,
    close: `
      ferm*; supprim*; clôtur*; cloture*; désactiv*; résili*; effac*; annul*; clos; clore; veux/besoin/souhaite plus; suprim*; plus _ de; désinscri*; suppression; fermeture; enlev*; retir*; détrui*; élimin*; mettre fin; mettez fin; plus besoin; cancel*; virez
      disparai*; ferme; partir; en finir; plus besoin; n ai plus besoin; stop; quitter; radi*; veux plus; se désinscrire; éliminer; cloturer; clôt*; bloquer; jeter`,
    closing: `
      fermeture/clôture/suppression/résiliation/désactivation de mon/compte; fermeture _ compte; clôture _ compte; désinscrire de votre/du site; désinscription de votre/du site
      celui avec _ _ _ peut/peuvent; fermer/supprimer/clôturer celui; fermez celui; ne plus être client*; plus être client*; résilier mon; mon compte peut; désactiv* mon
      débarrass* _ mon compte; fin à mon/ma adhésion/compte/inscription; mon _ profil _ _ _ supprimé/effacé/fermé; mon compte _ _ supprimé/fermé/effacé/clôturé; profil en ligne soit; ne veux plus _ _ compte; fermez tout; plus de compte; quitter kwoking; arrêter d être client*; radier mon
      supprimer mon inscription; annuler mon inscription; je pars _ _ compte; plus l utilité _ _ compte; mon compte ne me sert
      plus être membre; plus membre; supprimer mon inscription; suppression de compte; fermeture de compte`,
    forgotten: `
      droit à/a l oubli/effacement; droit à/a la suppression; droit de suppression; oubliez moi; oubliée/oublié par; être oublié*; selon/vertu/application/conformément/invoque/au/titre _ article 17; article/art 17 _ rgpd/gdpr/règlement; art 17; effacement de mes; demande d effacement/suppression; demande de suppression _ _ données; supprimez/effacez/retirez moi; me supprimer/effacer; loi 25 _ effac*/supprim*/désindex*; désindexation; suppression de mes _ données; me faire oublier; aucune trace de moi; que vous m oubliiez; droit d effacement; oublier moi; oublie moi
      plus/pas _ figurer/être/apparaître _ dans vos/votre; ne veux/souhaite plus _ être dans vos/votre; qu il ne reste rien; reste rien _ sur/de moi/mes; rien sur/de moi _ chez vous; retirez/sortez/rayez/enlevez moi de vos/votre _ base/fichier/fichiers/système/systèmes/registres; ne gardez/conservez/stockez rien; plus rien _ _ sur moi; ne veux pas _ _ gardiez/conserviez/stockiez _ _ mes/mon/ma; toute trace _ de moi/mon/mes; comme si je n _ jamais existé; faire disparaître mes/mon; disparaître de vos; effacer _ traces
      tout ce qui me concerne; effac*/supprim* _ ce que j ai; effacer ce que j; sortez/retirez/enlevez/virez mes _ données/infos/informations/coordonnées; ne veux plus y être/figurer; ne veux pas _ _ enregistr*/mémoris*/conserv*/gard*/stock* _ ma/mon/mes carte/rib/données/coordonnées/numéro/adresse; supprim* _ mes informations/données/infos; définitivement/complètement/totalement _ effac*/supprim*; effacé*/supprimé* définitivement/complètement; sorte* moi de; plus aucune donnée; plus rien savoir; disparaître de votre; toute trace; faire le ménage
      faire disparaître mes; mes données _ _ disparaître/disparaissent; supprimez moi; effacez moi; que mes données disparaissent
      droit a loubli`,
    show: `
      copie*; envoy*; montr*; donn*; communiqu*; voir; consult*; fourni*; obtenir; recevoir; accès; accéder; savoir; connaître; quelles; quels; quelle; quoi; qu; transmett*; liste; lire; demande*; remett*; dites; qui; où; comment; d où; détail; quel; avoir; regarder; veux; voudrais; aimerais; récap*; relevé; pourquoi; extrait; dire`,
    right: `
      droit d accès; droit d acces; demande d accès; selon/vertu/application/conformément/invoque/au/titre _ article 15; article/art 15 _ rgpd/gdpr/règlement; art 15; accès à/a mes/mon/tous/toutes/l _ données/dossier/renseignements/infos/informations/ensemble; accéder à/a mes/mon/toutes _ données/dossier/renseignements/informations/infos; copie de mes/mon/toutes/tout _ données/dossier/infos/informations/renseignements/ce; que/qu _ savez/avez _ sur/de moi; savez/sait/avez _ sur/de moi; sur moi; enregistrement* _ _ _ appel*/conversation*/téléphone/téléphonique*; transcription* _ _ conversation*/appel*/chat*/échange*; tout ce que vous _ ${held}; consulter mon dossier; me concernant; demande dsar; mes enregistrements; écouter _ appels
      avez vous _ données/infos/informations/dossier/renseignements _ sur/à/me/concernant moi/mon/concernant; à mon sujet; enregistré à/sous mon; à mon nom; avec qui _ partag*; quelles/quels _ _ données/infos/informations/renseignements _ sur/à/me moi/mon/concernant; mon dossier client; écouter _ appel*/enregistrement*; savoir ce que vous avez; mon dossier complet; ce que vous avez sur
      accès à mes/mon; communiquer _ ensemble/toutes/copie; me communiquer; savoir ce que vous; ce que vous _ enregistré/savez/avez/détenez _ _ _ sur/à moi/sujet/propos; enregistrement de mon/mes/l/notre appel*/coup/conversation*; enregistré à mon; consulter/voir/obtenir mon _ dossier; ensemble des données/informations; données/infos/informations/renseignements _ _ _ _ sur/concernant/de mon/ma/notre fils/fille/enfant; copie des _ données; transcription; quelles informations/données/infos avez vous _ sur; fichier sur moi; dossier sur moi; fiche sur moi
      avez _ enregistré _ avec/sous/à mon; enregistré* avec/sous mon; mes appels _ enregistré*; appels _ _ écouter; écouter mes/les; copie des données/informations; données _ que vous traitez; toutes les données que vous avez; ce que dit _ système; votre système _ _ _ sur moi; traitez _ _ données me; demande rgpd; demande au titre
      dans mon _ profil/compte/dossier _ enregistré*; l appel/notre appel/conversation _ enregistré*; mon fils/ma fille _ _ données; si vous partagez mes; finalités du/de; est ce que vous partagez mes
      copie/enregistrement/audio _ _ appel*/conversation*/chats/échanges; que faites vous de mes/avec; à quoi servent mes; combien de temps _ _ gardez/conservez; vendez vous mes; mon mail/adresse/numéro _ est _ dans;
      droit dacces; demande dacces`,
    shared: `
      à qui; a qui; qui _ _ reçu/eu/accès/a/accédé/vu; d où; comment avez; quels partenaires/tiers; quelles entreprises/sociétés; tiers; destinataires; partagé*; transmis*; vendu*; cédé*; communiqué*; où avez
      qui a accès/eu/vu/consulté; comment vous avez/êtes; comment avez vous _ eu/obtenu/trouvé; à qui avez; d où vient/tenez/sort*; vous le tenez; quels prestataires
      quels partenaires/prestataires; partenaires ont reçu; vendu mes; partagé mes
      dou tenez`,
    export: `
      lisible par; csv; json; xml; export*; télécharg*; transfér*; transfèr*; récupér*; portab*; format; autre fournisseur; autre magasin; autre entreprise; autre enseigne; transmett* _ à un; structuré; fichier; excel; réutilis*; emporter; migr*; ailleurs`,
    portable: `
      droit à/a la portabilité; portabilité; selon/vertu/application/conformément/invoque/titre _ article 20; article/art 20 _ rgpd/gdpr/règlement; art 20
      lisible par _ machine; emporter mes; récupérer mes données _ _ ailleurs/format/fichier; mes données _ _ _ en csv/json/excel; transférer/transmettre/transférez/transmettez _ mes données; format _ couramment; export de mes; exporter mes
      données que je vous _ ai _ fourni*/donné* _ _ fichier; sous forme de fichier; format _ importable; importable; historique _ _ _ format; réutiliser ailleurs; vers un autre`,
    withdraw: `
      retir*; retrait; révoqu*; révocation; reviens; revenir; plus d accord; annul*; ne _ plus; reprend*; n _ plus; ne consens plus; plus valable; retract*; me rétracte; changé d avis; plus mon; enlev*; suspend*
      reviens là/sur; reviens; ne veux plus; ne plus; veux plus; annul*; regrett*; je change d avis; finalement non; repren*; décoch*; plus valable; je ne veux plus
      ne vaut plus; n est plus valable; par erreur; sans faire exprès; annuler ça`,
    consent: `
      consent*; accord; autorisation*; permission; d accord; mon acceptation; accepté; autorisé; mon oui; dit oui; autorise; approbation; accepte
      coch*; autorisés; avais autorisé; avais dit; case; feu vert; donné mon
      j ai signé; accepté les cookies;`,
    market: `
      newsletter*; pub; pubs; publicité*; publicitaire*; courriels promotionnels; promo; promotionnel*; spam*; pourriel*; infolettre*; démarch*; prospection; liste de diffusion; liste d envoi; mailing*; catalogue*; promotions; offres commerciales; marketing; offres promotionnelles; lettre d information; lettres d information; prospectus; sollicitation*; publipost*; vos offres; sms commerciaux; messages commerciaux; mails commerciaux; emails commerciaux; commerciales; commerciaux; réclames; circulaires; publicitair*
      aucune offre; plus d offres; offres; offre; vos promos; annonces; réductions; sms; textos`,
    stop: `
      désabonn*; désinscri*; arrêt*; stop; cess*; ne _ _ envoy*/recevoir/veux/souhaite; marre; retir*; enlev*; ras le bol; sort*; supprim*; refus*; oppos*; fini; assez; résili*; annul*; éviter; ôter; radi*; bloqu*; fatigu*; épargn*; désactiv*; rayez; ray*; me laisser; laissez moi; basta; tanné*; aucune; aucun; interd*
      lâch*; jamais demandé/voulu/souscrit/autorisé; ne plus; n ai jamais; foutez; fichez; gav*; halte; bombard*; inond*; me débarrasser; dégagez; virez; saoul*; harcel*; tannez; suffit; veux plus; finir
      plus aucune offre; comment arrêter/l; comment l; m envoyez plus; n envoyez plus; jamais inscrit*; jamais été inscrit*; ne me suis jamais; trop de; sortez moi; retirez moi; enlevez moi
      plus de; plus aucun*; ne veux/souhaite pas/plus; pas _ recevoir/intéress*; je ne veux; plus _ recevoir/newsletter; pas demandé; ne plus
      arrêtez ça; pourquoi je reçois; pourquoi _ reçois; assez de`,
    optOut: `; vendre/revendre/vente/revente _ _ données/informations/renseignements/coordonnées/infos; désabonnez moi; me désabonner; désinscrivez moi; liste de diffusion; liste d envoi; pas _ vendre; pas/plus _ mes _ données/coordonnées/infos/renseignements _ vendues/revendues/partagées; opt out; bloctel; stop _ sms; arrêt* _ m envoyer des mails/courriels/sms/emails; me démarcher; plus être contact*; plus _ me contact*; partag* _ mes _ _ partenaires/tiers/publicitaires; plus vos/de mails/courriels/emails
      ne plus recevoir; plus recevoir _ _ mails/emails/courriels/sms/messages/textos/pubs; arrêt*/cess* de m écrire/appeler/contacter/envoyer/harceler/texter; laissez moi tranquille; infos/données/coordonnées _ _ vendues/revendues/cédées; ne m envoyez/appelez/contactez plus; plus de mails/sms/courriels/emails/appels/textos; à des _ publicitaires/annonceurs; fichez moi; foutez moi; stop mails; partenaires commerciaux; des annonceurs; n envoyez plus
      ne/n/pas/jamais _ vend*/partag*/céd*/revend* _ _ mes/données/coordonnées/infos/informations; vendez/revendez pas _ mes/ces/les/données/infos; comment _ me _ désabonner/désinscrire; me désabonner/désinscrire; retirez/enlevez/sortez/rayez/ôtez moi _ liste; données/coordonnées/infos _ _ _ transmis*/données/communiqué*/vendu* à vos/des/aux partenaires/tiers/publicitaires/annonceurs; plus aucune offre; plus d offres; ne m envoyez plus; n envoyez plus; transmises/transmettez/transmettre/donnez _ _ _ _ partenaires/annonceurs/publicitaires/tiers; me désinscrire; stop pub; stop aux; plus de pub*; partenaires publicitaires
      ne veux/souhaite plus _ _ vos/de/aucun mails/emails/courriels/newsletters/sms/appels/offres/pubs/promotions/promos/messages; plus vos mails/emails/sms; ras le bol/cul de/des/d _ mails/pubs/sms/promos/offres/emails; marre de/des _ mails/pubs/sms/promos/offres/emails/courriels; retirez/enlevez/supprimez mon adresse _ _ envoi*/catalogue/liste/fichier/mailing; reçois/recevoir _ _ pub/pubs/publicité/publicités/promos; trop de mails/pubs/sms/emails/courriels; pas de pub*; assez de vos; inond* de; arrêtez les/vos/de m mails/pubs/sms/envoyer; stop aux/les mails/pubs/sms/offres
      arrêtez de m écrire/appeler/envoyer/texter; ne sont pas à vendre; mes données _ _ à vendre; résilier/annuler l abonnement _ _ newsletter; abonnement à la newsletter; de sms commerciaux
      désactiv* _ notifications _ _ offres/promos; notifications d offres; stop la pub; stop publicité; comment ne plus; plus de prospectus/catalogues/brochures/dépliants; excluez moi
      arrêtez de mecrire/menvoyer/mappeler/mecrire`,
    object: `
      oppos*; refus*; arrêt*; ne veux pas/plus/point; ne souhaite pas/plus; stop; cess*; pas; plus; contre; objection; n accepte; interdi*; hors de question; désaccord; non
      opposition; je m y oppose; je ne consens; refuse; contest*; ne tiens pas; ne suis pas _ d; défends; gên*; dérang*; sans
      je refuse; cessez; ne veux pas que; arrêtez; pas envie; laissez; je n aime pas; ne veux`,
    use: `
      trait*; profil*; analys*; utilis*; pist*; suiv*; servent; servir; form*; entraîn*; exploit*; intérêt légitime; statistiqu*; personnalis*; évalu*; étudi*; surveill*; trac*; espionn*; décision automatisée; profilage; ciblage`,
    usage: `utilis*; exploit*; usage; servir; servent; serv`,
    objects: `
      droit d opposition; selon/vertu/application/conformément/invoque/au/titre _ article 21; article/art 21 _ rgpd/gdpr/règlement; art 21; profilage; me profiler; profiler; intérêt légitime; analys* _ mes/mon; pist* _ _ mes/moi; me pister/suivre/tracer/traquer; profil _ sur/de moi; décision* automatisée*; suiv* _ mes achats/habitudes; étudi* _ mes/mon; surveill* _ mes/mon; mon comportement; mes habitudes; profilez
      me profil*; suivre/tracer/pister/analyser/enregistrer/regarder/observ*/surveill* _ ce que je; ce que je regarde/clique/achète/consulte/fais; mes achats/clics/visites/recherches _; analysiez mes; former vos équipes/collaborateurs/agents/employés; servent/serve/servir à/a former/la/entraîner; formation de vos; entraîner; ciblage; publicité ciblée; profil de mes; deviner; recommandations/offres/pubs/publicités personnalisées/ciblées
      pas de profilage; aucun profilage; servent à des statistiques; à des statistiques; pubs que je vois; choisir les pubs; mes achats pour; me cibler; ce que j achète
      par un algorithme; espionn*; mes goûts; mes préférences; surveill* _ ce que`,
    limit: `
      limit*; gel*; restreind*; restreign*; restriction*; bloqu*; suspend*; n utilis* _ plus; ne _ utilis*; pause; mettez _ attente; ne touchez; pas utiliser; plus utiliser; verrouill*; figer; figez; bloc*; geler`,
    limited: `
      limitation _ _ traitement/utilisation; selon/vertu/application/conformément/invoque/au/titre _ article 18; article/art 18 _ rgpd/gdpr/règlement; art 18; limit*/restreind*/restreign*/suspend* _ _ traitement; droit à/a la limitation; restriction _ traitement; geler le traitement; gel du traitement; gel de mes; limitez/limiter/restreindre/restreignez l _ utilisation/usage; suspension du traitement
      gelez/geler/bloquez/bloquer/verrouillez/figez mes/mon _ données/infos/informations/dossier; garder/conserver/gardez/conservez _ mes _ _ mais _ _ ne/pas/sans; suspendez/suspendre/arrêter _ utilisation/traitement; ne les utilisez pas; limitation du; sans les utiliser
      ne traitez/traiter/utilisez/utiliser plus mes _ données/infos; n utilisez plus mes; plus utiliser mes
      personne ne doit _ toucher/utiliser _ mes; seulement conserver/stocker/garder mes; ne faites rien _ mes; rien d autre avec mes; ne touchez pas à mes; contentez vous de
      personne ne doit/peut _ utiliser/toucher/voir mes; jusqu à nouvel ordre`,
    meantime: `
      le temps; en attendant; jusqu; pendant; tant que; pour l instant; provisoire*; mais ne; sans _ _ effacer/supprimer; temporaire*; mais gardez; pour le moment; vérif*; momentané*
      comme preuve; preuve; réglé; justice; avocat; besoin pour`,
    correct: `
      corrig*; rectif*; chang*; modif*; faux; fausse; fausses; erron*; erreur*; incorrect*; inexact*; mauvais; mauvaise; mal; mettre à/a jour; mettez à/a jour; mise à jour; actualis*; pas bon; pas bonne; pas le bon; périm*; incomplèt*; coquille; complét*; pas correct*; pas la bonne; mis à jour; obsolète*; ancien; ancienne; faute`,
    rectify: `
      droit de rectification; rectification; selon/vertu/application/conformément/invoque/au/titre _ article 16; article/art 16 _ rgpd/gdpr/règlement; art 16; rectifi* _ mes; nom _ mal; prénom _ mal; mal orthographi*; mal écrit; naissance _ _ fausse/faux/erronée/incorrecte/inexacte/bonne; mariée; changé de nom; mon nouveau nom; nom de jeune fille; données _ _ inexactes/erronées/fausses/incorrectes/incomplètes; correction de mes; faute _ mon nom/prénom
      comme _ monsieur/madame/homme/femme/mr/mme _ alors; m avez _ _ comme _ monsieur/madame/homme/femme; inscrit*/enregistré*/appelle*/appelez/noté*/fiché* _ comme _ un/une/monsieur/madame/homme/femme/mr/mme; suis une femme; suis un homme; pas un homme/monsieur; pas une femme/madame; changer/modifier mon nom; je me suis marié*; mal orthographié; informations/données/infos _ _ _ à/sur mon/moi _ _ inexact*/faux/fausses/erroné*; naissance est fausse; naissance _ _ pas; ma date de naissance _ _ erron*/fausse/faux; coordonnées _ plus _ jour; n est plus à jour; plus _ bon numéro; nouveau nom; nom d épouse
      mon ancien nom; erreur dans mes/mon _ données/infos/coordonnées/dossier/profil; date de naissance que vous avez; mon nom a changé;
      inversé _ mon/mes nom/prénom; nom et prénom _ inversés; deuxième prénom; à mon ex; dans mon profil il est/y; mon dossier indique/dit; votre fichier dit/indique;; ma date de naissance est`,
    complain: `
      plain*; réclamation; port* plainte; dénonc*; signal*; avocat; poursui*; scandal*; inacceptable; inadmissible; saisi*; honte*
      inadmissible; problème; explication*; pas normal; scandaleux; choqué*; furieu*; intolérable; me plaindre`,
    regulator: `
      cnil; autorité de contrôle/protection; autorité de protection; commission d accès à/a; commissaire à/a la; cai; commissariat à/a; préposé fédéral; pfpdt; apd; délégué à la protection; gendarme des données; contrôleur _ données`,
    breach: `
      violation/viol*/atteinte/infraction/manquement _ _ _ vie/rgpd/données/confidential*/privée/loi; viol* ma vie; vie privée; fuite de/des/mes _ données; divulgu*/transmis*/donné/communiqué/diffusé/partagé/révélé/publié mes/mon/ma _ coordonnées/adresse/numéro/données/infos/informations/renseignements/mail/téléphone; non respect _ _ rgpd/données/confidential*; incident de confidentialité
      atteinte à _ vie; informations/données/commandes/nom/adresse/coordonnées/facture _ d un/une/des/autre/autres _ client*/personne*/inconnu*/autres/autre/gens; d un autre client; d autres clients; d une autre personne; à un/une/des/mon/ma/mes inconnu*/ex/voisin*/patron/mari/femme/étranger*/tiers/proprio* _; donné/envoyé/transmis/communiqué/dit/révélé/montré/divulgué/publié/partagé mon/ma/mes _ adresse/numéro/facture/données/coordonnées/nom/mail/infos _ _ à/sur un/une/mon/ma/internet/facebook/instagram/des/quelqu; où j habite; où je vis; façon _ _ _ traitez/gérez/utilisez _ mes/mon; traitement de mes _ _ honteux/inadmissible/scandaleux; ignorez ma _ demande; copie cachée; tous les destinataires; mauvais destinataire; fuite
      contraire au rgpd; non conforme au rgpd; pas conforme au rgpd; pas le rgpd
      un inconnu/étranger _ _ appel*/sait/sache/a/écrit/contacte*/connaît; inconnus _ appel*/m; destiné* à un/une autre; pour un autre client; à un autre client; devant d autres/des clients/gens;;; fuite; données _ volées/piratées/exposées/divulguées; gestion de mes _ données; sache ce que j; sait ce que j; avec son nom et; usurp*; nom et _ adresse d; contacté* en privé; message privé
      lu mon/ma/mes _ _ _ haute; mon adresse à voix haute
      pas de réponse à ma demande; aucune réponse à ma demande _ _ données; sans réponse à ma demande; m a écrit en privé; contacté* _ privé; comment a t il eu; enfreign*; vous ne respectez _ _ rgpd/vie/loi/confidentialité; ne respect* _ _ rgpd/protection/confidentialité/vie; protection des données _ _ respect*; photos sans mon
      utilisé mon _ numéro/mail/adresse/téléphone pour m; pourquoi _ _ voisin*/ex/patron/mari/proprio* a _ reçu/mon/ma; mes données _ _ _ retrouvées/apparues/publiées/sur un autre; pas conforme rgpd; ne respecte pas le rgpd; m écrire _ privé`,
    privacy: `
      données; rgpd; vie privée; confidentialité; renseignements personnels; personnelles; mes informations; loi 25; mes coordonnées; mes infos`,
    underage: `
      j ai _ _ # ans; jai _ _ # ans; j ai _ # .; jai _ # .; ai que # ans; n ai que #; viens d avoir #; moins de 16/seize; pas _ 16/seize ans; pas _ encore 16/seize; suis mineur*; mineur* de _ #; âgé* de # ans; je suis _ enfant; # ans et je; en _ 6e/5e/4e/6eme/5eme/4eme/sixième/cinquième/quatrième; au collège; suis en _ sixième/cinquième/quatrième/primaire; secondaire 1/2/3; mon âge _ #; # ans moi; gt # ans; moi _ # ans .; fêté mes #; j vais avoir #; vais avoir #
      aurai # ans; j aurai _ #; g # ans; # ans et demi; a/à # ans j; suis _ en 6/5/4 eme/ème/e; 6/5/4 eme/ème/e; n ai pas encore 16/seize; c est mon âge; né/née en 2011/2012/2013/2014/2015; fille/garçon de # ans; élève de; fêté mes; je fais # ans; seulement # ans; jsuis _ # ; jé # ans; au primaire; primaire; moi c est # ans
      à # ans; a # ans est ce/j; aurai 16/seize; j aurai _ 16; suis un/une _ fille/garçon/ado/élève/collégien* de # ans; suis un/une ado*; collégien*; moins de 16/seize ans; moins de 16/seize _ .; j ai _ que # ans; j ai que; jai que #; # ans , est ce; n ai que # ans; viens d avoir #; mon # anniversaire; mes # ans; fête mes #; fêter mes #; pas encore 16/seize ans; pas encore mes 16; suis en _ 6/5/4 ; classe de sixième/cinquième/quatrième; suis mineure; trop jeune; ai pas 16; je vais sur mes; pour mes # ans; ai tout juste
      jaurai #/16 ans; fille/garçon/ado/élève de # ans; une/un fille/garçon de # ans`,
    kid: `
      ma/mon/notre/mes/nos _ fille/fils/enfant/enfants/gamin/gamine/garçon/nièce/neveu/petite/petit/ado/fiston/fillette/puce/gars/élève/cadette/aîné*/soeur/frère/sœur; fils; fille
      elle/il a _ #; elle/il n a que #; elle/il na que #; suis sa/son mère/père/maman/papa; mon ado; ma gamine; nos enfants; petit fils; petite fille; pupille; beau fils; belle fille
      enfant de; mon enfant; notre enfant; ma fille; mon fils; mon garçon; mon gamin`,
    age: `#; mineur*; moins de 16`,
    joined: `
      compte; inscri*; profil; site; sans _ demander/permission/autorisation/accord/prévenir/dire; données; s est; coordonnées; donné; créé; enregistr*; renseigné; sans mon/notre; ses; newsletter; infolettre; clavard*; discut*
      ouvert; créé*; crée; donné; vous a; parlé; discuté; écrit; chatté; renseigné; adresse; rempli; à mon insu; toute seule; tout seul; derrière mon dos; utilis*; sans que
      discuté avec; s est inscrit*; s est créé; son compte; sur votre site; sans me _ dire; vous a écrit; avec vous; commandé sans/seul*/toute/tout; a commandé; passé commande
      à son nom; enregistré* sur; ouvert un; sur votre boutique
      qui a écrit; a écrit; qui vous écrivait; vous a parlé`,
  },
};
