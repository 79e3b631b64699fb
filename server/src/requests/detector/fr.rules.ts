import type { LanguagePack } from './language-pack.rules.js';

const data =
  'données/donnée/infos/info/informations/information/renseignements/coordonnées/dossier/dossiers/fiche/profil/historique/datas/data/doner/donner/donées';
const my = 'mes/mon/ma/nos/ses/leurs/notre/son/sa';
const held =
  'avez/détenez/conservez/stockez/gardez/possédez/savez/collectez/enregistré*/stocké*/collecté*/recueilli*/conservé*/détenu*/traitez/av/a/ont';

export const fr: LanguagePack = {
  ages: 'cinq/six/sept/huit/neuf/dix/onze/douze/treize/quatorze/quinze',
  concepts: {
    harmless: `
      fiche technique/produit; compte bancaire; compte en banque; numéro de compte; ne supprimez/effacez/fermez/les/le/la pas; ne _ effacez/supprimez/fermez pas; pas supprimer/fermer/effacer
      ai déjà supprimé/fermé/effacé/résilié; voici mes/mon; ce sont mes; oubliez/oublie . ; oublie/oubliez ça/cela/la/le; politique de confidentialité; aucune/pas objection; pas d objection; tenir compte; compte tenu; rendre compte; en fin de compte; se rendre compte
      # jour*/semaine*/mois/heure*/minute*/min/km/kg/cm/mm/m/chaise*/euro*/pour/pièce*/mètre*/personnes/articles/coussins/dollars/enfants/h/commandes/colis; informations/infos/renseignements/données sur la/le/les/l/un/une/vos/cette/ce; mes coordonnées sont; code/codes promo; compte rendu
      droit de rétractation; accéder à mon compte; accès à mon compte; avant/après
      numéro/appartement/étage/apt/appt # ; quelles informations/données/infos vous faut/avez/collecte*; informations/infos vous faut; remise de la newsletter; en sécurité; commande numéro`,
    thing: `
      commande; commandes; article commandé; panier; chaise*; table; canapé; produit*; colis; facture; livraison; bon; remise; étagère; lampe; lit; liste de souhaits; rendez; meuble*`,
    erase: `
      supprim*; effac*; retir*; enlev*; détrui*; vir*; élimin*; oubli*; oublie*; suprim*; disparaît*; dégag*; jet*; faire disparaître; fasse disparaître; éras*; débarrass*; sortez; sortir; ôtez; purge*; nettoy*; ne _ _ conserv*/gard*/stock*/retrouv*; plus aucune/rien; radi*; anonymis*; destruct*; suppression; effacement; vider; videz; plus conserver/garder/stocker; arrêt* _ garder/conserver/stocker; nettoyez; balanc*
      plus rien; reste rien; ne veux plus _ que vous ayez/gardiez/conserviez; plus que vous _ ayez/gardiez/conserviez; ménage; faites _ disparaître; disparaiss*; plus aucune; rien garder/conserver; ne gardez/conservez/stockez; cess* _ conserver/garder; aucune trace; que vous ayez; dégag*; faire effacer; n ayez plus; plus avoir; ôter`,
    mine: `
      ${my} _ ${data}; données personnelles; renseignements personnels; informations personnelles; infos perso; ${my} _ numéro/adresse/mail/email/courriel/téléphone/cellulaire/portable/carte/cartes/enregistrements/appels/avis/photos/messages/conversations/clavardages/échanges
      ${data}/tout/rien/ce/trace/traces/quoi/quoique/chose/notes _ _ sur/de/concernant/à/me moi/me/nous; tout ce que/qui vous/me; ce que vous _ ${held}; cette/la/notre conversation; ce/le/notre chat; cette discussion; ce clavardage; aucune trace; mon existence; mes données; toutes les données; que vous ${held}
      rien _ de/à moi/mon; mon nom; à mon nom; mon adresse; mes adresses; de moi; infos me concernant; me concernant; moi _ vos; mon historique`,
    system: `de/dans/vos/votre/sur _ base/bases/système/systèmes/fichier/fichiers/serveurs/liste/listes/registres/dossiers`,
    data: `
      ${my} _ ${data}; données personnelles; renseignements personnels; informations personnelles; infos perso*; données perso*; ${data}/tout/rien/ce/trace/traces/quoi/chose/notes _ _ sur/concernant/à/de moi/nous; me concern*; ${data} _ que vous _ ${held}; tout ce que vous _ ${held}; mes/mon _ achats/comportement/habitudes/conversations/appels/chats/échanges/enregistrements; données que vous
      à mon nom; à mon sujet; à mon propos; sur moi; me concernant; sur mon compte; à ma personne`,
    contactField: `
      ${my} _ nom/prénom/naissance/téléphone/portable/cellulaire/numéro/mail/email/courriel/adresse/anniversaire/cell/natel/patronyme/civilité; date de naissance; nom de famille; numéro de portable/téléphone/cellulaire; nom de jeune; adresse courriel/mail/email; numéro _ pour moi`,
    place: `
      vos/votre/mon/le/ma/ton _ fichier/fichiers/système/systèmes/base/dossier/dossiers/profil/compte/registres/fiche; chez vous; vous avez; vous m; enregistré*; mariée; marié; mariage; divorc*; profil; fiche client; que vous`,
    account: `
      mon/ma/mes/notre/son/le/un/de/ce/sa/du _ compte; compte client/utilisateur; compte; profil; inscription; adhésion; espace client; mon profil
      accès client; mon accès; espace personnel; espace membre; mon abonnement client; ma carte de fidélité; compte fidélité; mon cpte; cpte`,
    close: `
      ferm*; supprim*; clôtur*; cloture*; désactiv*; résili*; effac*; annul*; clos; clore; veux/besoin/souhaite plus; suprim*; plus _ de; désinscri*; suppression; fermeture; enlev*; retir*; détrui*; élimin*; mettre fin; mettez fin; plus besoin; cancel*; virez
      disparai*; ferme; partir; en finir; plus besoin; n ai plus besoin; stop; quitter; radi*; veux plus; se désinscrire; éliminer; cloturer; clôt*; bloquer; jeter`,
    closing: `fermeture/clôture/suppression/résiliation/désactivation de mon/compte; fermeture _ compte; clôture _ compte; désinscrire de votre/du site; désinscription de votre/du site`,
    forgotten: `
      droit à/a l oubli/effacement; droit à/a la suppression; droit de suppression; oubliez moi; oubliée/oublié par; être oublié*; article/art 17; effacement de mes; demande d effacement/suppression; demande de suppression _ _ données; supprimez/effacez/retirez moi; me supprimer/effacer; loi 25 _ effac*/supprim*/désindex*; désindexation; suppression de mes _ données; me faire oublier; aucune trace de moi; que vous m oubliiez; droit d effacement; oublier moi; oublie moi`,
    show: `
      copie*; envoy*; montr*; donn*; communiqu*; voir; consult*; fourni*; obtenir; recevoir; accès; accéder; savoir; connaître; quelles; quels; quelle; quoi; qu; transmett*; liste; lire; demande*; remett*; dites; qui; où; comment; d où; détail; quel; avoir; regarder; veux; voudrais; aimerais; récap*; relevé; pourquoi; extrait; dire`,
    right: `
      droit d accès; droit d acces; demande d accès; article/art 15; accès à/a mes/mon/tous/toutes/l _ données/dossier/renseignements/infos/informations/ensemble; accéder à/a mes/mon/toutes _ données/dossier/renseignements/informations/infos; copie de mes/mon/toutes/tout _ données/dossier/infos/informations/renseignements/ce; que/qu _ savez/avez _ sur/de moi; savez/sait/avez _ sur/de moi; sur moi; enregistrement* _ _ _ appel*/conversation*/téléphone/téléphonique*; transcription* _ _ conversation*/appel*/chat*/échange*; tout ce que vous _ ${held}; consulter mon dossier; me concernant; demande dsar; mes enregistrements; écouter _ appels
      avez vous _ données/infos/informations/dossier/renseignements _ sur/à/me/concernant moi/mon/concernant; à mon sujet; enregistré à/sous mon; à mon nom; avec qui _ partag*; quelles/quels _ _ données/infos/informations/renseignements _ sur/à/me moi/mon/concernant; mon dossier client; écouter _ appel*/enregistrement*; savoir ce que vous avez; mon dossier complet; ce que vous avez sur`,
    shared: `
      à qui; a qui; qui _ _ reçu/eu/accès/a/accédé/vu; d où; comment avez; quels partenaires/tiers; quelles entreprises/sociétés; tiers; destinataires; partagé*; transmis*; vendu*; cédé*; communiqué*; où avez`,
    export: `
      lisible par; csv; json; xml; export*; télécharg*; transfér*; transfèr*; récupér*; portab*; format; autre fournisseur; autre magasin; autre entreprise; autre enseigne; transmett* _ à un; structuré; fichier; excel; réutilis*; emporter; migr*; ailleurs`,
    portable: `droit à/a la portabilité; portabilité; article/art 20`,
    withdraw: `
      retir*; retrait; révoqu*; révocation; reviens; revenir; plus d accord; annul*; ne _ plus; reprend*; n _ plus; ne consens plus; plus valable; retract*; me rétracte; changé d avis; plus mon; enlev*; suspend*`,
    consent: `
      consent*; accord; autorisation*; permission; d accord; mon acceptation; accepté; autorisé; mon oui; dit oui; autorise; approbation; accepte`,
    market: `
      newsletter*; pub; pubs; publicité*; publicitaire*; courriels promotionnels; promo; promotionnel*; spam*; pourriel*; infolettre*; démarch*; prospection; liste de diffusion; liste d envoi; mailing*; catalogue*; promotions; offres commerciales; marketing; offres promotionnelles; lettre d information; lettres d information; prospectus; sollicitation*; publipost*; vos offres; sms commerciaux; messages commerciaux; mails commerciaux; emails commerciaux; commerciales; commerciaux; réclames; circulaires; publicitair*`,
    stop: `
      désabonn*; désinscri*; arrêt*; stop; cess*; plus; ne _ _ envoy*/recevoir/veux/souhaite; pas; marre; retir*; enlev*; ras le bol; sort*; supprim*; refus*; oppos*; fini; assez; résili*; annul*; sans; éviter; ôter; radi*; bloqu*; fatigu*; épargn*; désactiv*; rayez; ray*; me laisser; laissez moi; basta; tanné*; aucune; aucun; interd*
      lâch*; jamais demandé/voulu/souscrit/autorisé; ne plus; n ai jamais; foutez; fichez; gav*; halte; bombard*; inond*; me débarrasser; dégagez; virez; saoul*; harcel*; tannez; suffit; veux plus; finir`,
    optOut: `
      ne/n _ vend*/partag*/céd*/revend* _ mes; vendre/revendre/vente/revente _ _ données/informations/renseignements/coordonnées/infos; désabonnez moi; me désabonner; désinscrivez moi; liste de diffusion; liste d envoi; vendez/revendez pas; pas _ vendre; pas/plus _ mes _ données/coordonnées/infos/renseignements _ vendues/revendues/partagées; opt out; bloctel; stop _ sms; arrêt* _ m envoyer des mails/courriels/sms/emails; me démarcher; plus être contact*; plus _ me contact*; partag* _ mes _ _ partenaires/tiers/publicitaires; plus vos/de mails/courriels/emails
      ne plus recevoir; plus recevoir _ _ mails/emails/courriels/sms/messages/textos/pubs; arrêt*/cess* de m écrire/appeler/contacter/envoyer/harceler/texter; laissez moi tranquille; infos/données/coordonnées _ _ vendues/revendues/cédées; ne m envoyez/appelez/contactez plus; plus de mails/sms/courriels/emails/appels/textos; à des _ publicitaires/annonceurs; fichez moi; foutez moi; stop mails; partenaires commerciaux; des annonceurs; n envoyez plus`,
    object: `
      oppos*; refus*; arrêt*; ne veux pas/plus/point; ne souhaite pas/plus; stop; cess*; pas; plus; contre; objection; n accepte; interdi*; hors de question; désaccord; non
      opposition; je m y oppose; je ne consens; refuse; contest*; ne tiens pas; ne suis pas _ d; défends; gên*; dérang*; sans`,
    use: `
      trait*; profil*; analys*; utilis*; pist*; suiv*; servent; servir; form*; entraîn*; exploit*; intérêt légitime; statistiqu*; personnalis*; évalu*; étudi*; surveill*; trac*; espionn*; décision automatisée; profilage; ciblage`,
    usage: `utilis*; exploit*; usage; servir; servent; serv`,
    objects: `
      droit d opposition; article/art 21; profilage; me profiler; profiler; intérêt légitime; analys* _ mes/mon; pist* _ _ mes/moi; me pister/suivre/tracer/traquer; profil _ sur/de moi; décision* automatisée*; suiv* _ mes achats/habitudes; étudi* _ mes/mon; surveill* _ mes/mon; mon comportement; mes habitudes; profilez`,
    limit: `
      limit*; gel*; restreind*; restreign*; restriction*; bloqu*; suspend*; n utilis* _ plus; ne _ utilis*; pause; mettez _ attente; ne touchez; pas utiliser; plus utiliser; verrouill*; figer; figez; bloc*; geler`,
    limited: `
      limitation _ _ traitement/utilisation; article/art 18; limit*/restreind*/restreign*/suspend* _ _ traitement; droit à/a la limitation; restriction _ traitement; geler le traitement; gel du traitement; gel de mes; limitez/limiter/restreindre/restreignez l _ utilisation/usage; suspension du traitement`,
    meantime: `
      le temps; en attendant; jusqu; pendant; tant que; pour l instant; provisoire*; mais ne; sans _ _ effacer/supprimer; temporaire*; mais gardez; pour le moment; vérif*; momentané*`,
    correct: `
      corrig*; rectif*; chang*; modif*; faux; fausse; fausses; erron*; erreur*; incorrect*; inexact*; mauvais; mauvaise; mal; mettre à/a jour; mettez à/a jour; mise à jour; actualis*; pas bon; pas bonne; pas le bon; périm*; incomplèt*; coquille; complét*; pas correct*; pas la bonne; mis à jour; obsolète*; ancien; ancienne; faute`,
    rectify: `
      droit de rectification; rectification; article/art 16; rectifi* _ mes; nom _ mal; prénom _ mal; mal orthographi*; mal écrit; naissance _ _ fausse/faux/erronée/incorrecte/inexacte/bonne; mariée; changé de nom; mon nouveau nom; nom de jeune fille; données _ _ inexactes/erronées/fausses/incorrectes/incomplètes; correction de mes; faute _ mon nom/prénom`,
    complain: `
      plain*; réclamation; port* plainte; dénonc*; signal*; avocat; poursui*; scandal*; inacceptable; inadmissible; saisi*; honte*`,
    regulator: `
      cnil; autorité de contrôle/protection; autorité de protection; commission d accès à/a; commissaire à/a la; cai; commissariat à/a; préposé fédéral; pfpdt; apd; délégué à la protection; gendarme des données; contrôleur _ données`,
    breach: `
      violation/viol*/atteinte/infraction/manquement _ _ _ vie/rgpd/données/confidential*/privée/loi; viol* ma vie; vie privée; fuite de/des/mes _ données; divulgu*/transmis*/donné/communiqué/diffusé/partagé/révélé/publié mes/mon/ma _ coordonnées/adresse/numéro/données/infos/informations/renseignements/mail/téléphone; non respect _ _ rgpd/données/confidential*; contraire/conforme* au rgpd; sans mon accord/consentement/autorisation; à mon insu; incident de confidentialité`,
    privacy: `
      données; rgpd; vie privée; confidentialité; renseignements personnels; personnelles; mes informations; loi 25; mes coordonnées; mes infos`,
    underage: `
      j ai _ _ # ans; jai _ _ # ans; j ai _ # .; jai _ # .; ai que # ans; n ai que #; viens d avoir #; moins de 16/seize; pas _ 16/seize ans; pas _ encore 16/seize; suis mineur*; mineur* de _ #; âgé* de # ans; je suis _ enfant; # ans et je; en _ 6e/5e/4e/6eme/5eme/4eme/sixième/cinquième/quatrième; au collège; suis en _ sixième/cinquième/quatrième/primaire; secondaire 1/2/3; mon âge _ #; # ans moi; gt # ans; moi _ # ans .; fêté mes #; j vais avoir #; vais avoir #
      aurai # ans; j aurai _ #; ai # ans; g # ans; # ans et demi; a/à # ans j; suis _ en 6/5/4 eme/ème/e; 6/5/4 eme/ème/e; n ai pas encore 16/seize; c est mon âge; né/née en 2011/2012/2013/2014/2015; fille/garçon de # ans; élève de; fêté mes; je fais # ans; seulement # ans; jsuis _ # ; jé # ans; au primaire; primaire; moi c est # ans`,
    kid: `
      ma/mon/notre/mes/nos _ fille/fils/enfant/enfants/gamin/gamine/garçon/nièce/neveu/petite/petit/ado/fiston/fillette/puce/gars/élève/cadette/aîné*/soeur/frère/sœur; fils; fille
      elle/il a _ #; elle/il n a que #; elle/il na que #; suis sa/son mère/père/maman/papa; mon ado; ma gamine; nos enfants; petit fils; petite fille; pupille; beau fils; belle fille`,
    age: `#; mineur*; moins de 16`,
    joined: `
      compte; inscri*; profil; site; sans _ demander/permission/autorisation/accord/prévenir/dire; données; s est; coordonnées; donné; créé; enregistr*; renseigné; sans mon/notre; ses; newsletter; infolettre; clavard*; discut*
      ouvert; créé*; crée; donné; vous a; parlé; discuté; écrit; chatté; renseigné; adresse; rempli; à mon insu; toute seule; tout seul; derrière mon dos; utilis*; sans que`,
  },
};
