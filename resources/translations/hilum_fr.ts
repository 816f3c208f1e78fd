<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>most</source>
        <translation>maximum</translation>
    </message>
    <message>
        <source>contour</source>
        <translation>contour</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Model attention</source>
        <translation>Attention du modèle</translation>
    </message>
    <message>
        <source>relative, this film</source>
        <translation>relative, ce cliché seul</translation>
    </message>
    <message>
        <source>Acc {number}</source>
        <translation>N° d&apos;examen {number}</translation>
    </message>
    <message>
        <source>Zoom {share}</source>
        <translation>Zoom {share}</translation>
    </message>
    <message>
        <source>{length} pixels</source>
        <translation>{length} pixels</translation>
    </message>
    <message>
        <source>FLIPPED</source>
        <translation>RETOURNÉ</translation>
    </message>
    <message>
        <source>Orientation unknown</source>
        <translation>Orientation inconnue</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>Série {number}</translation>
    </message>
    <message>
        <source>EI {value}</source>
        <translation>EI {value}</translation>
    </message>
    <message>
        <source>DI {value}</source>
        <translation>DI {value}</translation>
    </message>
    <message>
        <source>ID {number}</source>
        <translation>ID {number}</translation>
    </message>
    <message>
        <source>Lossy {ratio}:1</source>
        <translation>Avec perte {ratio}:1</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Cliché</translation>
    </message>
    <message>
        <source>Behind these words: {name}</source>
        <translation>Derrière ce texte&#xa0;: {name}</translation>
    </message>
    <message>
        <source>{name} cannot be shown</source>
        <translation>{name} ne peut pas être affiché</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>Lecture de {name} …</translation>
    </message>
    <message>
        <source>This film</source>
        <translation>Ce cliché</translation>
    </message>
    <message>
        <source>Not for diagnosis: a research tool for sorting chest films. It is no medical device, and it says nothing of what it was not trained on.</source>
        <translation>Pas pour le diagnostic&#xa0;: un outil de recherche pour trier les radiographies du thorax. Ce n&apos;est pas un dispositif médical, et il ne dit rien de ce qu&apos;il n&apos;a pas appris.</translation>
    </message>
    <message>
        <source>Model: {title}</source>
        <translation>Modèle&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Running on {device}.</source>
        <translation>S&apos;exécute sur {device}.</translation>
    </message>
    <message>
        <source>Display: {account}</source>
        <translation>Affichage&#xa0;: {account}</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>non calibré</translation>
    </message>
    <message>
        <source>About Hilum</source>
        <translation>À propos de Hilum</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>What is on screen</source>
        <translation>Ce qui est à l&apos;écran</translation>
    </message>
    <message>
        <source>The whole film, as it is windowed</source>
        <translation>Le cliché entier, tel qu&apos;il est fenêtré</translation>
    </message>
    <message>
        <source>Stored values (16-bit PNG)</source>
        <translation>Valeurs stockées (PNG 16 bits)</translation>
    </message>
    <message>
        <source>DICOM, de-identified (PS3.15 Basic Profile)</source>
        <translation>DICOM désidentifié (profil de base PS3.15)</translation>
    </message>
    <message>
        <source>Annotations and measurements</source>
        <translation>Annotations et mesures</translation>
    </message>
    <message>
        <source>Names, numbers and dates in the picture</source>
        <translation>Noms, numéros et dates dans l&apos;image</translation>
    </message>
    <message>
        <source>Name and date in the file&apos;s name</source>
        <translation>Nom et date dans le nom du fichier</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>Format de l&apos;image</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportation en cours</translation>
    </message>
    <message>
        <source>Add a mask</source>
        <translation>Ajouter un masque</translation>
    </message>
    <message>
        <source>Remove the mask</source>
        <translation>Supprimer le masque</translation>
    </message>
    <message>
        <source>Text that is burned into the picture is not found: look at the film, and mask what names a person.</source>
        <translation>Le texte incrusté dans l&apos;image n&apos;est pas détecté&#xa0;: regardez le cliché et masquez ce qui désigne une personne.</translation>
    </message>
    <message>
        <source>The file says that text is burned into its picture.</source>
        <translation>Le fichier indique que du texte est incrusté dans son image.</translation>
    </message>
    <message>
        <source>The film is flipped: its pictures are mirrored.</source>
        <translation>Le cliché est retourné&#xa0;: ses images sont en miroir.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Écrit&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Rechercher dans l&apos;aide</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>The help is written in English.</source>
        <translation>L&apos;aide est rédigée en anglais.</translation>
    </message>
    <message>
        <source>Set the key</source>
        <translation>Définir la touche</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>As the profile</source>
        <translation>Comme le profil</translation>
    </message>
    <message>
        <source>Search the actions</source>
        <translation>Rechercher les actions</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys of the actions</source>
        <translation>Touches des actions</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>Nouvelle touche&#xa0;: appuyez</translation>
    </message>
    <message>
        <source>Take the key over</source>
        <translation>Prendre la touche</translation>
    </message>
    <message>
        <source>{key} belongs to “{action}”, which would lose it.</source>
        <translation>{key} appartient à «&#xa0;{action}&#xa0;», qui la perdrait.</translation>
    </message>
    <message>
        <source>{key} belongs to several actions and does none: {actions}.</source>
        <translation>{key} appartient à plusieurs actions et n&apos;en déclenche aucune&#xa0;: {actions}.</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masques</translation>
    </message>
    <message>
        <source>Drag to blacken a rectangle. Insert adds one, Space chooses the next, the arrow keys move it, with Shift they change its size, Del removes it.</source>
        <translation>Glissez pour noircir un rectangle. Inser en ajoute un, Espace choisit le suivant, les flèches le déplacent, avec Maj elles changent sa taille, Suppr le supprime.</translation>
    </message>
    <message>
        <source>Measure this screen</source>
        <translation>Mesurer cet écran</translation>
    </message>
    <message>
        <source>Hold a bank card to the screen and make the frame exactly as wide, with the slider or the arrow keys. Or measure the frame&apos;s width with a ruler, and enter it.</source>
        <translation>Tenez une carte bancaire contre l&apos;écran et donnez au cadre exactement la même largeur, avec le curseur ou les flèches. Ou mesurez la largeur du cadre avec une règle et saisissez-la.</translation>
    </message>
    <message>
        <source>Width of the frame</source>
        <translation>Largeur du cadre</translation>
    </message>
    <message>
        <source>The frame measures</source>
        <translation>Le cadre mesure</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Ouvrir le rapport</translation>
    </message>
    <message>
        <source>Opens in the browser</source>
        <translation>S&apos;ouvre dans le navigateur</translation>
    </message>
    <message>
        <source>There is no report beside this model</source>
        <translation>Il n&apos;y a pas de rapport à côté de ce modèle</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#xa0;?</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>Rechercher les commandes</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Takes effect when Hilum is started again.</source>
        <translation>Prend effet au prochain démarrage de Hilum.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Something in Hilum went wrong the last time. A report was written. It has no patient data, and nobody gets it unless you send it.</source>
        <translation>La dernière fois, quelque chose s&apos;est mal passé dans Hilum. Un rapport a été écrit. Il ne contient aucune donnée de patient, et personne ne le reçoit si vous ne l&apos;envoyez pas.</translation>
    </message>
    <message>
        <source>Keep it and show its folder</source>
        <translation>Le garder et montrer son dossier</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Le supprimer</translation>
    </message>
    <message>
        <source>Ask me again next time</source>
        <translation>Me redemander la prochaine fois</translation>
    </message>
    <message>
        <source>Something in Hilum went wrong. What is on screen may be incomplete; opening the film again usually helps.</source>
        <translation>Un problème est survenu dans Hilum. Ce qui est à l&apos;écran peut être incomplet&#xa0;; rouvrir le cliché suffit en général.</translation>
    </message>
    <message>
        <source>previous or next film</source>
        <translation>cliché précédent ou suivant</translation>
    </message>
    <message>
        <source>zoom at the cursor</source>
        <translation>zoom sous le curseur</translation>
    </message>
    <message>
        <source>armed tool; by default window (right: wider, up: brighter; Ctrl: faster)</source>
        <translation>outil choisi&#xa0;; par défaut fenêtre (droite&#xa0;: plus large, haut&#xa0;: plus clair&#xa0;; Ctrl&#xa0;: plus vite)</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Glisser à gauche</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Glisser au milieu</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Glisser à droite</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Clic droit</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>menu</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Molette</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + molette</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Double clic</translation>
    </message>
    <message>
        <source>film alone, and back; on a mark: its text; closes a polygon</source>
        <translation>cliché seul, et retour&#xa0;; sur une marque&#xa0;: son texte&#xa0;; ferme un polygone</translation>
    </message>
    <message>
        <source>Drag, or click and click</source>
        <translation>Glisser, ou cliquer deux fois</translation>
    </message>
    <message>
        <source>draws with a measuring tool</source>
        <translation>dessine avec un outil de mesure</translation>
    </message>
    <message>
        <source>Click on a mark</source>
        <translation>Clic sur une marque</translation>
    </message>
    <message>
        <source>selects it; then drag its line or its points</source>
        <translation>la sélectionne&#xa0;; glisser ensuite sa ligne ou ses points</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Clavier et souris</translation>
    </message>
    <message>
        <source>Value in the other film</source>
        <translation>Valeur dans l&apos;autre cliché</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>VR</source>
        <translation>VR</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masqué</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>Différences seulement</translation>
    </message>
    <message>
        <source>Search tag, name, keyword, value</source>
        <translation>Rechercher tag, nom, mot-clé, valeur</translation>
    </message>
    <message>
        <source>Search the attributes</source>
        <translation>Rechercher dans les attributs</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attributs</translation>
    </message>
    <message>
        <source>No other film</source>
        <translation>Aucun autre cliché</translation>
    </message>
    <message>
        <source>DICOM attributes</source>
        <translation>Attributs DICOM</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lecture …</translation>
    </message>
    <message>
        <source>Film {number}</source>
        <translation>Cliché {number}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Arrêté&#xa0;; rien n&apos;a été écrit.</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>L&apos;imprimante ne répond pas.</translation>
    </message>
    <message>
        <source>Copied, with names.</source>
        <translation>Copié, avec les noms.</translation>
    </message>
    <message>
        <source>Copied, without names.</source>
        <translation>Copié, sans les noms.</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Imprimé.</translation>
    </message>
    <message>
        <source>The presentation state asks for true size: choose it.</source>
        <translation>L&apos;état de présentation demande la taille réelle&#xa0;: choisissez-la.</translation>
    </message>
    <message>
        <source>stored {value}</source>
        <translation>stockée {value}</translation>
    </message>
    <message>
        <source>modality {value}</source>
        <translation>modalité {value}</translation>
    </message>
    <message>
        <source>display {value}</source>
        <translation>affichage {value}</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>At this setting: sensitivity {sensitivity} ({sensitivity_range}), specificity {specificity} ({specificity_range}), PPV {ppv}, NPV {npv} at prevalence {prevalence}; {flagged} of {scored} flagged</source>
        <translation>Avec ce réglage&#xa0;: sensibilité {sensitivity} ({sensitivity_range}), spécificité {specificity} ({specificity_range}), VPP {ppv}, VPN {npv} pour une prévalence de {prevalence}&#xa0;; {flagged} sur {scored} signalés</translation>
    </message>
    <message>
        <source>Use this setting with this model</source>
        <translation>Utiliser ce réglage avec ce modèle</translation>
    </message>
    <message>
        <source>Sensitivity in per cent</source>
        <translation>Sensibilité en pour cent</translation>
    </message>
    <message>
        <source>Assumed prevalence in per cent</source>
        <translation>Prévalence supposée en pour cent</translation>
    </message>
    <message>
        <source>Share of abnormal films that you expect; moves PPV and NPV.</source>
        <translation>Part de clichés anormaux que vous attendez&#xa0;; modifie VPP et VPN.</translation>
    </message>
    <message>
        <source>What this setting means</source>
        <translation>Ce que signifie ce réglage</translation>
    </message>
    <message>
        <source>The model is still loading.</source>
        <translation>Le modèle est encore en cours de chargement.</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Fonctionne sur</translation>
    </message>
    <message>
        <source>beside the model</source>
        <translation>à côté du modèle</translation>
    </message>
    <message>
        <source>none beside this model</source>
        <translation>aucun à côté de ce modèle</translation>
    </message>
    <message>
        <source>Evaluation report</source>
        <translation>Rapport d&apos;évaluation</translation>
    </message>
    <message>
        <source>{size} × {size} pixels</source>
        <translation>{size} × {size} pixels</translation>
    </message>
    <message>
        <source>{share} cut off at each side</source>
        <translation>{share} coupés de chaque côté</translation>
    </message>
    <message>
        <source>cut to the lungs</source>
        <translation>recadré sur les poumons</translation>
    </message>
    <message>
        <source>averaged with {count} more views of the film</source>
        <translation>moyenné avec {count} autres vues du cliché</translation>
    </message>
    <message>
        <source>an output of the network</source>
        <translation>une sortie du réseau</translation>
    </message>
    <message>
        <source>A network that looks at one film ({sees}) and gives the probability of {count} findings; others follow from them.</source>
        <translation>Un réseau qui regarde un cliché ({sees}) et donne la probabilité de {count} signes&#xa0;; d&apos;autres en découlent.</translation>
    </message>
    <message>
        <source>They exclude each other.</source>
        <translation>Ils s&apos;excluent mutuellement.</translation>
    </message>
    <message>
        <source>They may coexist.</source>
        <translation>Ils peuvent coexister.</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ce que c&apos;est</translation>
    </message>
    <message>
        <source>any of: {names}</source>
        <translation>l&apos;un de&#xa0;: {names}</translation>
    </message>
    <message>
        <source>anything but: {names}</source>
        <translation>tout sauf&#xa0;: {names}</translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation>Usage prévu</translation>
    </message>
    <message>
        <source>What it must not be used for</source>
        <translation>Ce à quoi il ne doit pas servir</translation>
    </message>
    <message>
        <source>Read with care</source>
        <translation>À lire avec prudence</translation>
    </message>
    <message>
        <source>The card does not say which films it learned from.</source>
        <translation>La fiche ne dit pas sur quels clichés il a appris.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Films by source, finding and split.</source>
        <translation>Clichés par source, signe et partie.</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>The card carries no measurement.</source>
        <translation>La fiche ne contient aucune mesure.</translation>
    </message>
    <message>
        <source>In brackets: 95 % intervals, by bootstrap over patients.</source>
        <translation>Entre parenthèses&#xa0;: intervalles à 95&#xa0;%, par bootstrap sur les patients.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Atteint</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Objectifs</translation>
    </message>
    <message>
        <source>{place}, left out of training</source>
        <translation>{place}, exclu de l&apos;apprentissage</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Films, true finding by row, most probable by column:</source>
        <translation>Clichés, signe réel en ligne, le plus probable en colonne&#xa0;:</translation>
    </message>
    <message>
        <source>Probabilities are calibrated on the validation films: logits divided by {temperature}, one bias a finding, {activation}. The interval beside a probability is the 95 % band of the frequency that was observed there.</source>
        <translation>Les probabilités sont calibrées sur les clichés de validation&#xa0;: logits divisés par {temperature}, un biais par signe, {activation}. L&apos;intervalle à côté d&apos;une probabilité est la bande à 95&#xa0;% de la fréquence observée à cet endroit.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibration</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Biais</translation>
    </message>
    <message>
        <source>The least probability that keeps a finding in a film&apos;s set, by the set&apos;s coverage:</source>
        <translation>La plus petite probabilité qui garde un signe dans l&apos;ensemble d&apos;un cliché, selon la couverture de l&apos;ensemble&#xa0;:</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spécificité</translation>
    </message>
    <message>
        <source>With / without</source>
        <translation>Avec / sans</translation>
    </message>
    <message>
        <source>On the calibration films; the slider moves between them.</source>
        <translation>Sur les clichés de calibration&#xa0;; le curseur se déplace entre eux.</translation>
    </message>
    <message>
        <source>Operating points</source>
        <translation>Points de fonctionnement</translation>
    </message>
    <message>
        <source>Unlike any chest film the model knows: the film&apos;s embedding lies further than {distance} from those of the training films.</source>
        <translation>Différent de tout cliché thoracique que le modèle connaît&#xa0;: la représentation du cliché est à plus de {distance} de celles des clichés d&apos;apprentissage.</translation>
    </message>
    <message>
        <source>Accepted is what the gate gives at least {share} for “{kind}”.</source>
        <translation>Est accepté ce à quoi le filtre donne au moins {share} pour «&#xa0;{kind}&#xa0;».</translation>
    </message>
    <message>
        <source>A refused film gets no findings; its row, the panel and the film itself say why. It is neither turned nor inverted behind the reader&apos;s back.</source>
        <translation>Un cliché refusé ne reçoit aucun signe&#xa0;; sa ligne, le panneau et le cliché lui-même disent pourquoi. Il n&apos;est ni tourné ni inversé à l&apos;insu du lecteur.</translation>
    </message>
    <message>
        <source>Which films are refused</source>
        <translation>Quels clichés sont refusés</translation>
    </message>
    <message>
        <source>not stated in this card</source>
        <translation>non précisé dans cette fiche</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Poids initiaux</translation>
    </message>
    <message>
        <source>Use the weights for research and engineering; ask the owners of the films before any other use.</source>
        <translation>Utilisez les poids pour la recherche et l&apos;ingénierie&#xa0;; demandez aux propriétaires des clichés avant tout autre usage.</translation>
    </message>
    <message>
        <source>Terms of what it was made from</source>
        <translation>Conditions de ce dont il est fait</translation>
    </message>
    <message>
        <source>Preprocessing SHA-256</source>
        <translation>Prétraitement (SHA-256)</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Autotest</translation>
    </message>
    <message>
        <source>{count} films made in code</source>
        <translation>{count} clichés produits par programme</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Comment il a été fait</translation>
    </message>
    <message>
        <source>What else the card carries</source>
        <translation>Ce que la fiche contient encore</translation>
    </message>
    <message>
        <source>Prevalence</source>
        <translation>Prévalence</translation>
    </message>
    <message>
        <source>Wanted sensitivity on the model&apos;s calibration films: further right flags more films. Scores never change, only where they are cut. This model&apos;s curves run from {low} to {high}.</source>
        <translation>Sensibilité voulue sur les clichés d&apos;étalonnage du modèle&#xa0;: plus à droite, plus de clichés sont signalés. Les scores ne changent jamais, seul le seuil change. Les courbes de ce modèle vont de {low} à {high}.</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Carte de chaleur</translation>
    </message>
    <message>
        <source>Heat map of the selected finding</source>
        <translation>Carte de chaleur du signe choisi</translation>
    </message>
    <message>
        <source>Lungs outline</source>
        <translation>Poumons</translation>
    </message>
    <message>
        <source>Outline of the lungs</source>
        <translation>Contour des poumons</translation>
    </message>
    <message>
        <source>Where the lung model sees the lungs; most of the heart is inside</source>
        <translation>Où le modèle pulmonaire voit les poumons&#xa0;; la plus grande partie du cœur est à l&apos;intérieur</translation>
    </message>
    <message>
        <source>Opacity of the heat map in per cent</source>
        <translation>Opacité de la carte de chaleur en pour cent</translation>
    </message>
    <message>
        <source>Colours of the heat map</source>
        <translation>Couleurs de la carte de chaleur</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>{name}: where the model looked, not where disease is.</source>
        <translation>{name}&#xa0;: où le modèle a regardé, pas où est la maladie.</translation>
    </message>
    <message>
        <source>No heat map for this film.</source>
        <translation>Pas de carte de chaleur pour ce cliché.</translation>
    </message>
    <message>
        <source>Map reliability: measuring …</source>
        <translation>Fiabilité de la carte&#xa0;: mesure en cours …</translation>
    </message>
    <message>
        <source>Map reliability: {grade}</source>
        <translation>Fiabilité de la carte&#xa0;: {grade}</translation>
    </message>
    <message>
        <source>In the lungs: {share}</source>
        <translation>Dans les poumons&#xa0;: {share}</translation>
    </message>
    <message>
        <source>Correlation with the maps of the film moved a little: {value}</source>
        <translation>Corrélation avec les cartes du cliché légèrement déplacé&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Without what the map marks the probability falls by {drop}</source>
        <translation>Sans ce que marque la carte, la probabilité baisse de {drop}</translation>
    </message>
    <message>
        <source>Without what the map marks the probability does not fall</source>
        <translation>Sans ce que marque la carte, la probabilité ne baisse pas</translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation>Chargement du modèle …</translation>
    </message>
    <message>
        <source>A computed phantom, no person: its scores mean nothing.</source>
        <translation>Un fantôme calculé, pas une personne&#xa0;: ses scores ne signifient rien.</translation>
    </message>
    <message>
        <source>Select a film in the worklist.</source>
        <translation>Choisissez un cliché dans la liste de travail.</translation>
    </message>
    <message>
        <source>Unreadable: {reason}</source>
        <translation>Illisible&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The findings then say what they were made on. File and picture stay as they are.</source>
        <translation>Les résultats indiquent alors sur quoi ils portent. Le fichier et l&apos;image restent tels quels.</translation>
    </message>
    <message>
        <source>Scoring …</source>
        <translation>Évaluation en cours …</translation>
    </message>
    <message>
        <source>Score it {how}</source>
        <translation>Évaluer le cliché {how}</translation>
    </message>
    <message>
        <source>AI findings</source>
        <translation>Signes de l&apos;IA</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Signes</translation>
    </message>
    <message>
        <source>Why there are no findings</source>
        <translation>Pourquoi il n&apos;y a pas de signes</translation>
    </message>
    <message>
        <source>Click for the model card</source>
        <translation>Cliquez pour la fiche du modèle</translation>
    </message>
    <message>
        <source>read {read} ms, prepare {prepare} ms, network {network} ms</source>
        <translation>lecture {read} ms, préparation {prepare} ms, réseau {network} ms</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Atteint</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Non atteint</translation>
    </message>
    <message>
        <source>{finding}: {state}, probability {probability} (95 % interval {interval}), threshold {threshold}</source>
        <translation>{finding}&#xa0;: {state}, probabilité {probability} (intervalle à 95&#xa0;% {interval}), seuil {threshold}</translation>
    </message>
    <message>
        <source>You: {word}</source>
        <translation>Vous&#xa0;: {word}</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>Open films</source>
        <translation>Ouvrir des clichés</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir un dossier</translation>
    </message>
    <message>
        <source>True size, {provenance}</source>
        <translation>Taille réelle, {provenance}</translation>
    </message>
    <message>
        <source>No other study of this patient to compare with.</source>
        <translation>Pas d&apos;autre examen de ce patient à comparer.</translation>
    </message>
    <message>
        <source>rotated {degrees}°</source>
        <translation>tourné de {degrees}°</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>inversé</translation>
    </message>
    <message>
        <source>Looking for the lungs …</source>
        <translation>Recherche des poumons …</translation>
    </message>
    <message>
        <source>This map is empty: nothing on the film speaks for the finding.</source>
        <translation>Cette carte est vide&#xa0;: rien sur le cliché ne parle pour ce signe.</translation>
    </message>
    <message>
        <source>{share} of this map lies in the lungs</source>
        <translation>{share} de cette carte se trouve dans les poumons</translation>
    </message>
    <message>
        <source>Files, folders or zip archives: DICOM (CR, DX, secondary capture), PNG, JPEG, TIFF.</source>
        <translation>Fichiers, dossiers ou archives zip&#xa0;: DICOM (CR, DX, capture secondaire), PNG, JPEG, TIFF.</translation>
    </message>
    <message>
        <source>Each film is read, scored and sorted: the most urgent one stands first in the worklist.</source>
        <translation>Chaque cliché est lu, évalué et classé&#xa0;: le plus urgent est en tête de la liste de travail.</translation>
    </message>
    <message>
        <source>What cannot be read or scored stays in the list and says why.</source>
        <translation>Ce qui ne peut être ni lu ni évalué reste dans la liste, avec la raison.</translation>
    </message>
    <message>
        <source>Drop chest films here</source>
        <translation>Déposez des radiographies du thorax ici</translation>
    </message>
    <message>
        <source>Open files …</source>
        <translation>Ouvrir des fichiers …</translation>
    </message>
    <message>
        <source>Open folder …</source>
        <translation>Ouvrir un dossier …</translation>
    </message>
    <message>
        <source>Open samples</source>
        <translation>Ouvrir les exemples</translation>
    </message>
    <message>
        <source>Not scored: {reason}</source>
        <translation>Non évalué&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>no
picture</source>
        <translation>pas
d&apos;image</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Liste de travail</translation>
    </message>
    <message>
        <source>Show all films again</source>
        <translation>Réafficher tous les clichés</translation>
    </message>
    <message>
        <source>Search name, finding, state, lane, reading</source>
        <translation>Chercher nom, signe, état, voie, lecture</translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation>Rechercher dans la liste de travail</translation>
    </message>
    <message>
        <source>Order of the worklist</source>
        <translation>Ordre de la liste de travail</translation>
    </message>
    <message>
        <source>By {column}</source>
        <translation>Par&#xa0;: {column}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Filter ({count})</source>
        <translation>Filtrer ({count})</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Opening films</source>
        <translation>Ouverture des clichés</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>Annuler l&apos;ouverture</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Go on opening</source>
        <translation>Reprendre l&apos;ouverture</translation>
    </message>
    <message>
        <source>Pause opening</source>
        <translation>Suspendre l&apos;ouverture</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Arrêt …</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 fichier</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} fichiers</translation>
    </message>
    <message>
        <source>{shown} of {count} files</source>
        <translation>{shown} fichiers sur {count}</translation>
    </message>
    <message>
        <source>{count} scored</source>
        <translation>{count} évalués</translation>
    </message>
    <message>
        <source>{count} hidden</source>
        <translation>{count} masqués</translation>
    </message>
    <message>
        <source>{count} flagged</source>
        <translation>{count} signalés</translation>
    </message>
    <message>
        <source>{count} unreadable</source>
        <translation>{count} illisibles</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>Reading the kept list …</source>
        <translation>Lecture de la liste conservée …</translation>
    </message>
    <message>
        <source>search and priors follow …</source>
        <translation>recherche et antériorités à suivre …</translation>
    </message>
    <message>
        <source>1 key image</source>
        <translation>1 image clé</translation>
    </message>
    <message>
        <source>{count} key images</source>
        <translation>{count} images clés</translation>
    </message>
    <message>
        <source>Film {place}/{count}</source>
        <translation>Cliché {place}/{count}</translation>
    </message>
    <message>
        <source>&amp;AI</source>
        <translation>&amp;IA</translation>
    </message>
    <message>
        <source>&amp;About Hilum</source>
        <translation>À &amp;propos de Hilum</translation>
    </message>
    <message>
        <source>&amp;Cancel opening</source>
        <translation>&amp;Annuler l&apos;ouverture</translation>
    </message>
    <message>
        <source>&amp;Command palette …</source>
        <translation>&amp;Palette de commandes …</translation>
    </message>
    <message>
        <source>&amp;Copy the measurement</source>
        <translation>&amp;Copier la mesure</translation>
    </message>
    <message>
        <source>&amp;Delete the measurement</source>
        <translation>&amp;Supprimer la mesure</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Édi&amp;tion</translation>
    </message>
    <message>
        <source>&amp;Empty the worklist</source>
        <translation>&amp;Vider la liste de travail</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exporter …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Forget the calibration</source>
        <translation>&amp;Oublier l&apos;étalonnage</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Aller</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>&amp;Key image</source>
        <translation>&amp;Image clé</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Clavier et souris</translation>
    </message>
    <message>
        <source>&amp;Model card</source>
        <translation>&amp;Fiche du modèle</translation>
    </message>
    <message>
        <source>&amp;Open files …</source>
        <translation>&amp;Ouvrir des fichiers …</translation>
    </message>
    <message>
        <source>&amp;Paste the measurement</source>
        <translation>Co&amp;ller la mesure</translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation>&amp;Préférences …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Text of the measurement …</source>
        <translation>&amp;Texte de la mesure …</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Fe&amp;nêtre</translation>
    </message>
    <message>
        <source>A DICOM media directory (DICOMDIR): open the folder it lies in.</source>
        <translation>Un répertoire de média DICOM (DICOMDIR)&#xa0;: ouvrez le dossier où il se trouve.</translation>
    </message>
    <message>
        <source>A JPEG picture for print (CMYK) cannot be shown.</source>
        <translation>Une image JPEG pour l&apos;impression (CMJN) ne peut pas être affichée.</translation>
    </message>
    <message>
        <source>A colour picture of 16 bits is shown with 8.</source>
        <translation>Une image couleur de 16 bits est affichée avec 8.</translation>
    </message>
    <message>
        <source>A file of the operating system, not a film.</source>
        <translation>Un fichier du système d&apos;exploitation, pas un cliché.</translation>
    </message>
    <message>
        <source>A folder that is read already, under another name.</source>
        <translation>Un dossier déjà lu sous un autre nom.</translation>
    </message>
    <message>
        <source>A mask lies outside the film.</source>
        <translation>Un masque se trouve hors du cliché.</translation>
    </message>
    <message>
        <source>A zip inside a zip is not opened; unpack the outer one first.</source>
        <translation>Un zip dans un zip n&apos;est pas ouvert&#xa0;; décompressez d&apos;abord l&apos;extérieur.</translation>
    </message>
    <message>
        <source>Abnormal (any)</source>
        <translation>Anormal (tous)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Annotations and measurements in pictures</source>
        <translation>Annotations et mesures dans les images</translation>
    </message>
    <message>
        <source>Annotations at the start</source>
        <translation>Annotations au démarrage</translation>
    </message>
    <message>
        <source>Annotations: all, minimal, none</source>
        <translation>Annotations&#xa0;: toutes, minimales, aucune</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Assumed prevalence</source>
        <translation>Prévalence supposée</translation>
    </message>
    <message>
        <source>Hanging protocol</source>
        <translation>Protocole d&apos;affichage</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Bacterial pneumonia</source>
        <translation>Pneumonie bactérienne</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>En dessous</translation>
    </message>
    <message>
        <source>Bits Stored is invalid; all allocated bits are used.</source>
        <translation>Bits Stored n&apos;est pas valide&#xa0;; tous les bits alloués sont utilisés.</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Os</translation>
    </message>
    <message>
        <source>By finding</source>
        <translation>Par signe</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>COVID-19</source>
        <translation>COVID-19</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>Cancel tool, then reset the view</source>
        <translation>Lâcher l&apos;outil, puis réinitialiser la vue</translation>
    </message>
    <message>
        <source>Copy the pic&amp;ture</source>
        <translation>Cop&amp;ier l&apos;image</translation>
    </message>
    <message>
        <source>DICOM &amp;attributes …</source>
        <translation>A&amp;ttributs DICOM …</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>A graphic of the presentation state is malformed and was left out.</source>
        <translation>Un graphique de l&apos;état de présentation est mal formé et a été omis.</translation>
    </message>
    <message>
        <source>&amp;Agree with the finding, or present</source>
        <translation>&amp;Approuver le signe, ou présent</translation>
    </message>
    <message>
        <source>&amp;Commit the read</source>
        <translation>&amp;Valider la lecture</translation>
    </message>
    <message>
        <source>&amp;Disagree with the finding, or absent</source>
        <translation>&amp;Contester le signe, ou absent</translation>
    </message>
    <message>
        <source>&amp;Find in the document …</source>
        <translation>&amp;Rechercher dans le document …</translation>
    </message>
    <message>
        <source>&amp;Next unread study</source>
        <translation>Étude &amp;non lue suivante</translation>
    </message>
    <message>
        <source>&amp;Order and lanes …</source>
        <translation>&amp;Ordre et files …</translation>
    </message>
    <message>
        <source>&amp;Other, with a note …</source>
        <translation>Au&amp;tre, avec une note …</translation>
    </message>
    <message>
        <source>&amp;Pin the film to the top</source>
        <translation>É&amp;pingler le cliché en haut</translation>
    </message>
    <message>
        <source>&amp;Reader and model …</source>
        <translation>&amp;Lecteur et modèle …</translation>
    </message>
    <message>
        <source>&amp;Save presentation state …</source>
        <translation>En&amp;registrer l&apos;état de présentation …</translation>
    </message>
    <message>
        <source>&amp;Second look</source>
        <translation>&amp;Second regard</translation>
    </message>
    <message>
        <source>&amp;Self-test of the model</source>
        <translation>&amp;Autotest du modèle</translation>
    </message>
    <message>
        <source>&amp;Shift summary …</source>
        <translation>&amp;Résumé de la garde …</translation>
    </message>
    <message>
        <source>9 of 10
after</source>
        <translation>9 sur 10
après</translation>
    </message>
    <message>
        <source>9 of 10
before</source>
        <translation>9 sur 10
avant</translation>
    </message>
    <message>
        <source>A display is measured at level 0 and at level 255 at least.</source>
        <translation>Un écran se mesure au moins aux niveaux 0 et 255.</translation>
    </message>
    <message>
        <source>A file; for a list that a department shares, postgresql+psycopg://USER@HOST/DATABASE. Empty: Hilum&apos;s own folder.</source>
        <translation>Un fichier&#xa0;; pour une liste partagée par un service, postgresql+psycopg://USER@HOST/DATABASE. Vide&#xa0;: le dossier de Hilum.</translation>
    </message>
    <message>
        <source>A greyscale presentation state does not change the colours of this film.</source>
        <translation>Un état de présentation en niveaux de gris ne change pas les couleurs de ce cliché.</translation>
    </message>
    <message>
        <source>A page of the PDF is damaged.</source>
        <translation>Une page du PDF est endommagée.</translation>
    </message>
    <message>
        <source>A presentation state can only be saved for a DICOM film with its own UIDs.</source>
        <translation>Un état de présentation ne peut être enregistré que pour un cliché DICOM ayant ses propres UID.</translation>
    </message>
    <message>
        <source>A presentation state: it has no picture of its own, but says how films are shown.</source>
        <translation>Un état de présentation&#xa0;: il n&apos;a pas d&apos;image propre, mais dit comment des clichés sont montrés.</translation>
    </message>
    <message>
        <source>A store is a file, or postgresql+psycopg://USER@HOST/DATABASE; what was given is neither.</source>
        <translation>Un dépôt est un fichier ou postgresql+psycopg://USER@HOST/DATABASE&#xa0;; ce qui a été donné n&apos;est ni l&apos;un ni l&apos;autre.</translation>
    </message>
    <message>
        <source>A study may be taken over after</source>
        <translation>Une étude peut être reprise après</translation>
    </message>
    <message>
        <source>A text of the presentation state has no place and was left out.</source>
        <translation>Un texte de l&apos;état de présentation n&apos;a pas de position et a été omis.</translation>
    </message>
    <message>
        <source>A text of the presentation state is too long and was cut.</source>
        <translation>Un texte de l&apos;état de présentation est trop long et a été coupé.</translation>
    </message>
    <message>
        <source>AI+ reader−</source>
        <translation>IA+ lecteur−</translation>
    </message>
    <message>
        <source>AI− reader+</source>
        <translation>IA− lecteur+</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Numéro d’accession</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Another model scored this film. Open its file again to have it scored by this one.</source>
        <translation>Un autre modèle a évalué ce cliché. Rouvrez son fichier pour qu’il soit évalué par celui-ci.</translation>
    </message>
    <message>
        <source>Another patient than the lit film</source>
        <translation>Autre patient que celui du cliché actif</translation>
    </message>
    <message>
        <source>Another program holds the store; try again when it is done.</source>
        <translation>Un autre programme tient le dépôt&#xa0;; réessayez quand il aura fini.</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flèche</translation>
    </message>
    <message>
        <source>As stored, without a presentation state</source>
        <translation>Tel quel, sans état de présentation</translation>
    </message>
    <message>
        <source>Bits beyond Bits Stored are set and were left out: the values may be wrong.</source>
        <translation>Des bits au-delà de Bits Stored sont définis et ont été omis&#xa0;: les valeurs peuvent être fausses.</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>ICT</translation>
    </message>
    <message>
        <source>Calibrate by a known length</source>
        <translation>Étalonner par une longueur connue</translation>
    </message>
    <message>
        <source>Calibrate this display …</source>
        <translation>Calibrer cet écran …</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Index cardiothoracique</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio, thorax proposed</source>
        <translation>Index cardiothoracique, thorax proposé</translation>
    </message>
    <message>
        <source>Certified on the positive films of {units} patients of calibration: at most {risk} of positive studies are expected where the probability of {finding} lies below {threshold}.</source>
        <translation>Certifié sur les clichés positifs de {units} patients de l’étalonnage&#xa0;: au plus {risk} des examens positifs sont attendus là où la probabilité de {finding} est inférieure à {threshold}.</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Angle de Cobb</translation>
    </message>
    <message>
        <source>Compare with &amp;reports …</source>
        <translation>Comparer aux comptes &amp;rendus …</translation>
    </message>
    <message>
        <source>Compare with the prior (hold)</source>
        <translation>Comparer avec l&apos;antérieur (maintenir)</translation>
    </message>
    <message>
        <source>Counts from the last sign of whoever began to read it.</source>
        <translation>Compté depuis le dernier signe de qui l&apos;a commencée.</translation>
    </message>
    <message>
        <source>Current and prior</source>
        <translation>Actuel et antérieur</translation>
    </message>
    <message>
        <source>Current and two priors</source>
        <translation>Actuel et deux antérieurs</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>DirectML</source>
        <translation>DirectML</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Drag with the middle button</source>
        <translation>Glisser avec le bouton du milieu</translation>
    </message>
    <message>
        <source>Drag with the right button</source>
        <translation>Glisser avec le bouton droit</translation>
    </message>
    <message>
        <source>Dragging down makes the film brighter</source>
        <translation>Glisser vers le bas éclaircit le cliché</translation>
    </message>
    <message>
        <source>Edge: 8 bits, the fastest</source>
        <translation>Edge&#xa0;: 8 bits, le plus rapide</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Enlarge the viewport, and back</source>
        <translation>Agrandir la vue, et retour</translation>
    </message>
    <message>
        <source>Ensemble: three networks, the slowest</source>
        <translation>Ensemble&#xa0;: trois réseaux, le plus lent</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Export the &amp;list …</source>
        <translation>Exporter la &amp;liste …</translation>
    </message>
    <message>
        <source>F&amp;ilm</source>
        <translation>&amp;Cliché</translation>
    </message>
    <message>
        <source>Few training films, partly with labels mined from reports.</source>
        <translation>Peu de clichés d&apos;apprentissage, en partie étiquetés d&apos;après des comptes rendus.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Film alone, and back</source>
        <translation>Cliché seul, et retour</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Clichés</translation>
    </message>
    <message>
        <source>Films in their own window</source>
        <translation>Clichés dans leur propre fenêtre</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Signe</translation>
    </message>
    <message>
        <source>Findings, heat maps and lanes are hidden until you commit to what you see.</source>
        <translation>Signes, cartes de chaleur et voies sont masqués jusqu&apos;à ce que vous ayez validé ce que vous voyez.</translation>
    </message>
    <message>
        <source>First film</source>
        <translation>Premier cliché</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Signalé</translation>
    </message>
    <message>
        <source>Flagged finding</source>
        <translation>Signe signalé</translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation>Retourner horizontalement</translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation>Retourner verticalement</translation>
    </message>
    <message>
        <source>Flip ↔</source>
        <translation>Retourner ↔</translation>
    </message>
    <message>
        <source>Flip ↕</source>
        <translation>Retourner ↕</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Français</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Frontal and lateral</source>
        <translation>Face et profil</translation>
    </message>
    <message>
        <source>Frontal and lateral, current and prior</source>
        <translation>Face et profil, actuel et antérieur</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Go to the next unread study after a read</source>
        <translation>Passer à l&apos;étude non lue suivante après une lecture</translation>
    </message>
    <message>
        <source>Halved chroma needs an even number of pixels.</source>
        <translation>La chrominance réduite de moitié exige un nombre pair de pixels.</translation>
    </message>
    <message>
        <source>Hide identities</source>
        <translation>Masquer les identités</translation>
    </message>
    <message>
        <source>Hide identities at the start</source>
        <translation>Masquer les identités au démarrage</translation>
    </message>
    <message>
        <source>High Bit is invalid; the lowest bits are used.</source>
        <translation>High Bit n&apos;est pas valide&#xa0;; les bits de poids faible sont utilisés.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Holds for copies and prints too; never where identities are hidden.</source>
        <translation>Vaut aussi pour les copies et les impressions&#xa0;; jamais quand les identités sont masquées.</translation>
    </message>
    <message>
        <source>Image Rotation is invalid and was left out.</source>
        <translation>Image Rotation n&apos;est pas valide et a été omis.</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Inverser</translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <translation>&amp;Mise en page</translation>
    </message>
    <message>
        <source>Labels are mostly PCR results; the film itself may look normal.</source>
        <translation>Les étiquettes sont surtout des résultats de PCR&#xa0;; le cliché lui-même peut paraître normal.</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Last film</source>
        <translation>Dernier cliché</translation>
    </message>
    <message>
        <source>Learned from children&apos;s films almost alone: in adults bacterial and viral pneumonia cannot be told apart by this model.</source>
        <translation>Appris presque uniquement sur des clichés d&apos;enfants&#xa0;: chez l&apos;adulte, ce modèle ne distingue pas la pneumonie bactérienne de la virale.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Less sensitive</source>
        <translation>Moins sensible</translation>
    </message>
    <message>
        <source>Lines (enhanced)</source>
        <translation>Cathéters (rehaussés)</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lier</translation>
    </message>
    <message>
        <source>Link pan and zoom</source>
        <translation>Lier déplacement et zoom</translation>
    </message>
    <message>
        <source>Link window</source>
        <translation>Lier le fenêtrage</translation>
    </message>
    <message>
        <source>Longest
after</source>
        <translation>Plus longue
après</translation>
    </message>
    <message>
        <source>Longest
before</source>
        <translation>Plus longue
avant</translation>
    </message>
    <message>
        <source>Low risk</source>
        <translation>Risque faible</translation>
    </message>
    <message>
        <source>Luminances are positive and rise with the driving level.</source>
        <translation>Les luminances sont positives et croissent avec le niveau de commande.</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Poumon</translation>
    </message>
    <message>
        <source>Lung opacity</source>
        <translation>Opacité pulmonaire</translation>
    </message>
    <message>
        <source>Lungs</source>
        <translation>Poumons</translation>
    </message>
    <message>
        <source>Lungs not found</source>
        <translation>Poumons non trouvés</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Loupe</translation>
    </message>
    <message>
        <source>Mark as &amp;unread</source>
        <translation>Marquer comme non l&amp;ue</translation>
    </message>
    <message>
        <source>Marked as a quality control image.</source>
        <translation>Marqué comme image de contrôle qualité.</translation>
    </message>
    <message>
        <source>Mask subtraction of the presentation state is not applied.</source>
        <translation>La soustraction de masque de l&apos;état de présentation n&apos;est pas appliquée.</translation>
    </message>
    <message>
        <source>Matched by name and birth date: no Patient ID to compare</source>
        <translation>Rapproché par nom et date de naissance&#xa0;: pas d&apos;ID patient à comparer</translation>
    </message>
    <message>
        <source>May be pneumonia, oedema, bleeding or a mass: told apart today.</source>
        <translation>Pneumonie, œdème, saignement ou masse&#xa0;: à distinguer aujourd’hui.</translation>
    </message>
    <message>
        <source>May need a drain within minutes.</source>
        <translation>Peut exiger un drainage en quelques minutes.</translation>
    </message>
    <message>
        <source>May need drainage, and a cause, today.</source>
        <translation>Peut exiger un drainage, et une cause, aujourd’hui.</translation>
    </message>
    <message>
        <source>Measure this screen …</source>
        <translation>Mesurer cet écran …</translation>
    </message>
    <message>
        <source>Median
after</source>
        <translation>Médiane
après</translation>
    </message>
    <message>
        <source>Median
before</source>
        <translation>Médiane
avant</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Médiastin</translation>
    </message>
    <message>
        <source>Memory for films beyond those on show</source>
        <translation>Mémoire pour les clichés hors affichage</translation>
    </message>
    <message>
        <source>Menu of the film</source>
        <translation>Menu du cliché</translation>
    </message>
    <message>
        <source>Menu only</source>
        <translation>Menu seulement</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>Minimales</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalité</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>More sensitive</source>
        <translation>Plus sensible</translation>
    </message>
    <message>
        <source>More than {0} frames cannot be written anew.</source>
        <translation>Plus de {0} images ne peuvent pas être réécrites.</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Les plus urgents d&apos;abord</translation>
    </message>
    <message>
        <source>Mostly long known.</source>
        <translation>Le plus souvent connu de longue date.</translation>
    </message>
    <message>
        <source>Names, dates, numbers and file names are left out of the window and of exports.</source>
        <translation>Noms, dates, numéros et noms de fichiers sont omis de la fenêtre et des exports.</translation>
    </message>
    <message>
        <source>Names, numbers and dates in pictures</source>
        <translation>Noms, numéros et dates dans les images</translation>
    </message>
    <message>
        <source>Next empty viewport</source>
        <translation>Vue vide suivante</translation>
    </message>
    <message>
        <source>Next film</source>
        <translation>Cliché suivant</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Signe suivant</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Image clé suivante</translation>
    </message>
    <message>
        <source>Next page of the document</source>
        <translation>Page suivante du document</translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation>Patient suivant</translation>
    </message>
    <message>
        <source>Next presentation state</source>
        <translation>État de présentation suivant</translation>
    </message>
    <message>
        <source>Next study</source>
        <translation>Examen suivant</translation>
    </message>
    <message>
        <source>Next viewport</source>
        <translation>Vue suivante</translation>
    </message>
    <message>
        <source>No DICOM data set was found in the file.</source>
        <translation>Aucun jeu de données DICOM n&apos;a été trouvé dans le fichier.</translation>
    </message>
    <message>
        <source>No column is named after a finding of the model, and there are no columns &quot;finding&quot; and &quot;verdict&quot;.</source>
        <translation>Aucune colonne ne porte le nom d’un résultat du modèle, et il n’y a pas de colonnes «&#xa0;finding&#xa0;» et «&#xa0;verdict&#xa0;».</translation>
    </message>
    <message>
        <source>No column says which study a row is about: &quot;accession&quot;, &quot;study_instance_uid&quot;, &quot;sop_instance_uid&quot; or &quot;file&quot;.</source>
        <translation>Aucune colonne ne dit de quel examen il s’agit&#xa0;: «&#xa0;accession&#xa0;», «&#xa0;study_instance_uid&#xa0;», «&#xa0;sop_instance_uid&#xa0;» ou «&#xa0;file&#xa0;».</translation>
    </message>
    <message>
        <source>No frontal film</source>
        <translation>Pas de cliché de face</translation>
    </message>
    <message>
        <source>No inner thoracic width is proposed: the lungs were not found.</source>
        <translation>Aucune largeur thoracique interne proposée&#xa0;: les poumons n&apos;ont pas été trouvés.</translation>
    </message>
    <message>
        <source>No lateral film</source>
        <translation>Pas de cliché de profil</translation>
    </message>
    <message>
        <source>No picture: a modality worklist item.</source>
        <translation>Pas d&apos;image&#xa0;: un élément de liste de travail (Modality Worklist).</translation>
    </message>
    <message>
        <source>No prior film</source>
        <translation>Pas de cliché antérieur</translation>
    </message>
    <message>
        <source>No prior frontal film</source>
        <translation>Pas de cliché de face antérieur</translation>
    </message>
    <message>
        <source>No prior lateral film</source>
        <translation>Pas de cliché de profil antérieur</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Not a file but a device, pipe or socket.</source>
        <translation>Pas un fichier, mais un périphérique, un tube ou un socket.</translation>
    </message>
    <message>
        <source>Not a film: the file is of an unknown kind.</source>
        <translation>Pas un cliché&#xa0;: le type du fichier est inconnu.</translation>
    </message>
    <message>
        <source>Not a film: this is a text file.</source>
        <translation>Pas un cliché&#xa0;: c&apos;est un fichier texte.</translation>
    </message>
    <message>
        <source>Not for diagnosis</source>
        <translation>Pas pour le diagnostic</translation>
    </message>
    <message>
        <source>Not scored: a PDF document, which holds no film.</source>
        <translation>Non évalué&#xa0;: un document PDF, sans cliché.</translation>
    </message>
    <message>
        <source>Not scored: a colour picture, not a radiograph.</source>
        <translation>Non évalué&#xa0;: une image couleur, pas une radiographie.</translation>
    </message>
    <message>
        <source>Not scored: a report, which holds no film.</source>
        <translation>Non évalué&#xa0;: un compte rendu, sans cliché.</translation>
    </message>
    <message>
        <source>Not scored: lateral view; the model knows frontal films only.</source>
        <translation>Non évalué&#xa0;: incidence de profil&#xa0;; le modèle ne connaît que les clichés de face.</translation>
    </message>
    <message>
        <source>Not scored: the film is blank or has almost no grey levels.</source>
        <translation>Non évalué&#xa0;: le cliché est vide ou n&apos;a presque pas de niveaux de gris.</translation>
    </message>
    <message>
        <source>Not scored: too dark; the picture is almost black.</source>
        <translation>Non évalué&#xa0;: trop sombre&#xa0;; l&apos;image est presque noire.</translation>
    </message>
    <message>
        <source>Not scored: too long and narrow for a frontal chest film.</source>
        <translation>Non évalué&#xa0;: trop long et étroit pour un cliché thoracique de face.</translation>
    </message>
    <message>
        <source>Not scored: unlike any chest film the model knows.</source>
        <translation>Non évalué&#xa0;: ne ressemble à aucun cliché thoracique que le modèle connaît.</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>Rien n&apos;a encore été mesuré.</translation>
    </message>
    <message>
        <source>Number of Frames is invalid; one frame is read.</source>
        <translation>Number of Frames n&apos;est pas valide&#xa0;; une image est lue.</translation>
    </message>
    <message>
        <source>Of the presentation state&apos;s compound graphics only the simple parts are drawn.</source>
        <translation>Des graphiques composés de l&apos;état de présentation, seules les parties simples sont dessinées.</translation>
    </message>
    <message>
        <source>Often from lying still; seldom changes the hour.</source>
        <translation>Souvent dû à l’alitement&#xa0;; change rarement l’heure.</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Un pour un</translation>
    </message>
    <message>
        <source>Only DICOM files can be de-identified; export this film as a picture.</source>
        <translation>Seuls les fichiers DICOM peuvent être désidentifiés&#xa0;; exportez ce cliché comme image.</translation>
    </message>
    <message>
        <source>Only grey and RGB TIFF pictures can be shown.</source>
        <translation>Seules les images TIFF grises et RVB peuvent être affichées.</translation>
    </message>
    <message>
        <source>Only pictures of 8 or 16 bits, grey or RGB, can be shown.</source>
        <translation>Seules les images de 8 ou 16 bits, grises ou RVB, peuvent être affichées.</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>Opacité de la carte de chaleur</translation>
    </message>
    <message>
        <source>Open &amp;folder …</source>
        <translation>Ouvrir un &amp;dossier …</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>P&amp;rint …</source>
        <translation>I&amp;mprimer …</translation>
    </message>
    <message>
        <source>Pain and complications; rarely urgent by itself.</source>
        <translation>Douleur et complications&#xa0;; rarement urgent en soi.</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>ID du patient</translation>
    </message>
    <message>
        <source>Patient Orientation is invalid: orientation unknown.</source>
        <translation>Patient Orientation n&apos;est pas valide&#xa0;: orientation inconnue.</translation>
    </message>
    <message>
        <source>Patient unknown beside the lit film</source>
        <translation>Patient inconnu à côté du cliché actif</translation>
    </message>
    <message>
        <source>Photometric Interpretation is not one of colour; the picture is taken as RGB.</source>
        <translation>Photometric Interpretation n&apos;est pas de couleur&#xa0;; l&apos;image est prise comme RVB.</translation>
    </message>
    <message>
        <source>Pixel Aspect Ratio is invalid; pixels are shown square.</source>
        <translation>Pixel Aspect Ratio n&apos;est pas valide&#xa0;; les pixels sont montrés carrés.</translation>
    </message>
    <message>
        <source>Pixel Padding covers the whole picture and was left out.</source>
        <translation>Pixel Padding couvre toute l&apos;image et a été laissé de côté.</translation>
    </message>
    <message>
        <source>Play frames, and stop</source>
        <translation>Lire les images, et arrêter</translation>
    </message>
    <message>
        <source>Pneumonia (any)</source>
        <translation>Pneumonie (toutes)</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Présent</translation>
    </message>
    <message>
        <source>Presentation LUT Shape contradicts MONOCHROME1, which is followed.</source>
        <translation>Presentation LUT Shape contredit MONOCHROME1, qui est suivi.</translation>
    </message>
    <message>
        <source>Previous film</source>
        <translation>Cliché précédent</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Signe précédent</translation>
    </message>
    <message>
        <source>Previous page of the document</source>
        <translation>Page précédente du document</translation>
    </message>
    <message>
        <source>Previous patient</source>
        <translation>Patient précédent</translation>
    </message>
    <message>
        <source>Previous study</source>
        <translation>Examen précédent</translation>
    </message>
    <message>
        <source>Previous viewport</source>
        <translation>Vue précédente</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilité</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Sonde</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Protected by a password; unpack the zip first.</source>
        <translation>Protégé par un mot de passe&#xa0;; décompressez d&apos;abord le zip.</translation>
    </message>
    <message>
        <source>Rea&amp;d</source>
        <translation>&amp;Lecture</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lu</translation>
    </message>
    <message>
        <source>Read b&amp;lindly first</source>
        <translation>Lire d&apos;abord en aveug&amp;le</translation>
    </message>
    <message>
        <source>Read blindly first</source>
        <translation>Lire d&apos;abord en aveugle</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Reading needs more memory than a film may take, and was stopped.</source>
        <translation>La lecture demande plus de mémoire qu&apos;un cliché ne peut en prendre, et a été arrêtée.</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Rescale Slope or Intercept is invalid; stored values are shown as they are.</source>
        <translation>Rescale Slope ou Intercept n&apos;est pas valide&#xa0;; les valeurs stockées sont affichées telles quelles.</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>Réinitialiser la vue</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Rotate clockwise</source>
        <translation>Tourner dans le sens horaire</translation>
    </message>
    <message>
        <source>Rotate counter-clockwise</source>
        <translation>Tourner dans le sens antihoraire</translation>
    </message>
    <message>
        <source>Rotate freely</source>
        <translation>Rotation libre</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>Same Patient ID, but another name or birth date: check the patient</source>
        <translation>Même ID patient, mais autre nom ou date de naissance&#xa0;: vérifier le patient</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>Évalué</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>Seconde lecture</translation>
    </message>
    <message>
        <source>Select the &amp;next measurement</source>
        <translation>Sélectionner la mesure sui&amp;vante</translation>
    </message>
    <message>
        <source>Sequences are nested too deeply to be read.</source>
        <translation>Les séquences sont imbriquées trop profondément pour être lues.</translation>
    </message>
    <message>
        <source>Sex and age</source>
        <translation>Sexe et âge</translation>
    </message>
    <message>
        <source>Shutter Shape is malformed; what it names wrongly was left out.</source>
        <translation>Shutter Shape est mal formé&#xa0;; ce qui est mal nommé a été omis.</translation>
    </message>
    <message>
        <source>Some fragments of the pixel data are empty.</source>
        <translation>Certains fragments des données de pixels sont vides.</translation>
    </message>
    <message>
        <source>Something in this file resists de-identification; nothing was written.</source>
        <translation>Quelque chose dans ce fichier résiste à la désidentification&#xa0;; rien n&apos;a été écrit.</translation>
    </message>
    <message>
        <source>Something is there, and the model cannot name it.</source>
        <translation>Il y a quelque chose, et le modèle ne sait le nommer.</translation>
    </message>
    <message>
        <source>Something that is no DICOM data follows the pixel data.</source>
        <translation>Quelque chose qui n&apos;est pas du DICOM suit les données de pixels.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Stands at the studies that you read and in the audit trail; empty: your login.</source>
        <translation>Figure auprès des études que vous lisez et dans la piste d&apos;audit&#xa0;; vide&#xa0;: votre identifiant de session.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Dépôt</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Date de l’examen</translation>
    </message>
    <message>
        <source>Take &amp;back the last verdict or read</source>
        <translation>&amp;Reprendre le dernier avis ou la dernière lecture</translation>
    </message>
    <message>
        <source>Take an abandoned study o&amp;ver</source>
        <translation>Reprendre une étude a&amp;bandonnée</translation>
    </message>
    <message>
        <source>TensorRT</source>
        <translation>TensorRT</translation>
    </message>
    <message>
        <source>Test pattern of this display</source>
        <translation>Mire de test de cet écran</translation>
    </message>
    <message>
        <source>The 32-bit values are shown in 65,536 steps.</source>
        <translation>Les valeurs de 32 bits sont affichées en 65 536 niveaux.</translation>
    </message>
    <message>
        <source>The DICOM data set is damaged and cannot be read.</source>
        <translation>Le jeu de données DICOM est endommagé et ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The DICOM file meta information is damaged.</source>
        <translation>L&apos;en-tête du fichier DICOM est endommagé.</translation>
    </message>
    <message>
        <source>The JPEG picture is cut short.</source>
        <translation>L&apos;image JPEG est tronquée.</translation>
    </message>
    <message>
        <source>The JPEG picture is damaged and cannot be decoded.</source>
        <translation>L&apos;image JPEG est endommagée et ne peut pas être décodée.</translation>
    </message>
    <message>
        <source>The JPEG picture is damaged: it gives no size.</source>
        <translation>L&apos;image JPEG est endommagée&#xa0;: elle n&apos;indique pas de taille.</translation>
    </message>
    <message>
        <source>The PDF cannot be opened.</source>
        <translation>Le PDF ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>The PDF has no page.</source>
        <translation>Le PDF n&apos;a aucune page.</translation>
    </message>
    <message>
        <source>The PDF has no such page.</source>
        <translation>Le PDF n&apos;a pas cette page.</translation>
    </message>
    <message>
        <source>The PDF is cut short.</source>
        <translation>Le PDF est tronqué.</translation>
    </message>
    <message>
        <source>The PDF is locked by a password.</source>
        <translation>Le PDF est protégé par un mot de passe.</translation>
    </message>
    <message>
        <source>The PNG picture is cut short.</source>
        <translation>L&apos;image PNG est tronquée.</translation>
    </message>
    <message>
        <source>The PNG picture is damaged and cannot be decoded.</source>
        <translation>L&apos;image PNG est endommagée et ne peut pas être décodée.</translation>
    </message>
    <message>
        <source>The PNG picture is damaged.</source>
        <translation>L&apos;image PNG est endommagée.</translation>
    </message>
    <message>
        <source>The RLE frame is damaged or holds more pixels than Rows and Columns say.</source>
        <translation>L&apos;image RLE est endommagée ou contient plus de pixels que Rows et Columns.</translation>
    </message>
    <message>
        <source>The RLE frame is smaller than its picture can be.</source>
        <translation>L&apos;image RLE est plus petite que ne peut l&apos;être son contenu.</translation>
    </message>
    <message>
        <source>The TIFF picture is damaged and cannot be decoded.</source>
        <translation>L&apos;image TIFF est endommagée et ne peut pas être décodée.</translation>
    </message>
    <message>
        <source>The TIFF picture is damaged.</source>
        <translation>L&apos;image TIFF est endommagée.</translation>
    </message>
    <message>
        <source>The brightest luminance must lie above the darkest, and both above 0.</source>
        <translation>La luminance la plus claire doit dépasser la plus sombre, et toutes deux 0.</translation>
    </message>
    <message>
        <source>The code stream gives no picture size.</source>
        <translation>Le flux de code n&apos;indique pas de taille d&apos;image.</translation>
    </message>
    <message>
        <source>The compressed picture does not end as it should: part may be missing.</source>
        <translation>L&apos;image compressée ne se termine pas comme elle devrait&#xa0;: une partie peut manquer.</translation>
    </message>
    <message>
        <source>The compressed picture&apos;s own size is damaged; the header&apos;s is used.</source>
        <translation>La taille propre à l&apos;image compressée est endommagée&#xa0;; celle de l&apos;en-tête est utilisée.</translation>
    </message>
    <message>
        <source>The compressed pixel data are damaged: no code stream is found.</source>
        <translation>Les données de pixels compressées sont endommagées&#xa0;: aucun flux de code n&apos;a été trouvé.</translation>
    </message>
    <message>
        <source>The data set is encoded otherwise than the file states; read as it is.</source>
        <translation>Le jeu de données est codé autrement que le fichier ne l&apos;indique&#xa0;; il est lu tel quel.</translation>
    </message>
    <message>
        <source>The decoder crashed on this file.</source>
        <translation>Le décodeur a planté sur ce fichier.</translation>
    </message>
    <message>
        <source>The deflated data set is damaged and cannot be unpacked.</source>
        <translation>Le jeu de données compressé (deflate) est endommagé et ne peut pas être décompressé.</translation>
    </message>
    <message>
        <source>The deflated data set unpacks to more than 128 MB: refused.</source>
        <translation>Le jeu de données compressé (deflate) dépasse 128 Mo une fois décompressé&#xa0;: refusé.</translation>
    </message>
    <message>
        <source>The deflated frame is damaged.</source>
        <translation>L&apos;image compressée (deflate) est endommagée.</translation>
    </message>
    <message>
        <source>The display shutter would leave nothing visible and was left out.</source>
        <translation>Le cache (Display Shutter) ne laisserait rien de visible et a été ignoré.</translation>
    </message>
    <message>
        <source>The displayed area is malformed; the whole film is shown.</source>
        <translation>La zone affichée est mal formée&#xa0;; le cliché entier est affiché.</translation>
    </message>
    <message>
        <source>The file does not begin as a DICOM file should; its data set was found.</source>
        <translation>Le fichier ne commence pas comme un fichier DICOM&#xa0;; son jeu de données a été trouvé.</translation>
    </message>
    <message>
        <source>The file does not say how its Pixel Spacing was calibrated.</source>
        <translation>Le fichier n&apos;indique pas comment son Pixel Spacing a été étalonné.</translation>
    </message>
    <message>
        <source>The file does not state its transfer syntax; it was worked out.</source>
        <translation>Le fichier n&apos;indique pas sa syntaxe de transfert&#xa0;; elle a été déduite.</translation>
    </message>
    <message>
        <source>The file ends before its data set begins.</source>
        <translation>Le fichier se termine avant le début de son jeu de données.</translation>
    </message>
    <message>
        <source>The file holds no DICOM attributes.</source>
        <translation>Le fichier ne contient pas d&apos;attributs DICOM.</translation>
    </message>
    <message>
        <source>The file holds no pixel data.</source>
        <translation>Le fichier ne contient pas de données de pixels.</translation>
    </message>
    <message>
        <source>The file is cut short: it ends before its pixel data.</source>
        <translation>Le fichier est tronqué&#xa0;: il se termine avant ses données de pixels.</translation>
    </message>
    <message>
        <source>The file&apos;s header: a modality that is no projection radiograph, another body part than the chest, a lateral view, a film that lies turned or mirrored, a sequence of frames.</source>
        <translation>L&apos;en-tête du fichier&#xa0;: une modalité qui n&apos;est pas une radiographie de projection, une autre région que le thorax, un profil, un cliché tourné ou en miroir, une séquence d&apos;images.</translation>
    </message>
    <message>
        <source>The presentation state asks for pixels that are not square; the film&apos;s own are kept.</source>
        <translation>L&apos;état de présentation demande des pixels non carrés&#xa0;; ceux du cliché sont conservés.</translation>
    </message>
    <message>
        <source>The file is cut short: the pixel data are not whole.</source>
        <translation>Le fichier est tronqué&#xa0;: les données de pixels ne sont pas complètes.</translation>
    </message>
    <message>
        <source>&amp;Score the film as offered</source>
        <translation>Évaluer le cliché comme &amp;proposé</translation>
    </message>
    <message>
        <source>&amp;Watch a folder …</source>
        <translation>&amp;Surveiller un dossier …</translation>
    </message>
    <message>
        <source>4 classes with lung opacity: macro AUC</source>
        <translation>4 classes avec opacité pulmonaire&#xa0;: AUC macro</translation>
    </message>
    <message>
        <source>4 classes: COVID-19 sensitivity at 95 % specificity</source>
        <translation>4 classes&#xa0;: sensibilité pour COVID-19 à 95&#xa0;% de spécificité</translation>
    </message>
    <message>
        <source>A {0} of the file is malformed or empty and was left out.</source>
        <translation>Une {0} du fichier est mal formée ou vide et a été ignorée.</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>AUROC for inverted greys, cross-validated</source>
        <translation>AUROC pour les gris inversés, validation croisée</translation>
    </message>
    <message>
        <source>AUROC for lateral views, cross-validated</source>
        <translation>AUROC pour les profils, validation croisée</translation>
    </message>
    <message>
        <source>AUROC for turned films, cross-validated</source>
        <translation>AUROC pour les clichés tournés, validation croisée</translation>
    </message>
    <message>
        <source>AUROC for what is no chest, cross-validated</source>
        <translation>AUROC pour ce qui n&apos;est pas un thorax, validation croisée</translation>
    </message>
    <message>
        <source>Bits Allocated is {0}: it must be 1, 8, 16 or 32.</source>
        <translation>Bits Allocated vaut {0}&#xa0;: il doit être 1, 8, 16 ou 32.</translation>
    </message>
    <message>
        <source>Brier</source>
        <translation>Brier</translation>
    </message>
    <message>
        <source>CC BY 3.0</source>
        <translation>CC BY 3.0</translation>
    </message>
    <message>
        <source>CC BY 4.0</source>
        <translation>CC BY 4.0</translation>
    </message>
    <message>
        <source>COVID-19 against other places&apos; adults without it: AUC</source>
        <translation>COVID-19 contre les adultes d&apos;autres lieux sans COVID-19&#xa0;: AUC</translation>
    </message>
    <message>
        <source>COVID-19 against the rest of the place: AUC</source>
        <translation>COVID-19 contre le reste du lieu&#xa0;: AUC</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Erreur de calibration</translation>
    </message>
    <message>
        <source>Diagnosis, or ruling a disease out: a film that is not flagged is still to be read.</source>
        <translation>Le diagnostic, ou exclure une maladie&#xa0;: un cliché non signalé reste à lire.</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Findings that are not in its list: it says nothing of nodules, fractures, a pneumothorax or tubes.</source>
        <translation>Les signes absents de sa liste&#xa0;: il ne dit rien des nodules, des fractures, d&apos;un pneumothorax ni des sondes.</translation>
    </message>
    <message>
        <source>Frame {0} is missing: the header says {1} frames, the file holds {2}.</source>
        <translation>L&apos;image {0} manque&#xa0;: l&apos;en-tête annonce {1} images, le fichier en contient {2}.</translation>
    </message>
    <message>
        <source>From {0} to {1}: {2} files.</source>
        <translation>Du {0} au {1}&#xa0;: {2} fichiers.</translation>
    </message>
    <message>
        <source>Hospitals and devices unlike those it learned from, before its thresholds have been checked on films of that place.</source>
        <translation>Des hôpitaux et appareils différents de ceux de son apprentissage, avant que ses seuils n&apos;aient été vérifiés sur des clichés du lieu.</translation>
    </message>
    <message>
        <source>JSRT: research and education</source>
        <translation>JSRT&#xa0;: recherche et enseignement</translation>
    </message>
    <message>
        <source>Lateral views, CT slices, photographs of films, other body parts.</source>
        <translation>Profils, coupes de scanner, photographies de clichés, autres régions du corps.</translation>
    </message>
    <message>
        <source>Laterality and Image Laterality contradict each other: check the side.</source>
        <translation>Laterality et Image Laterality se contredisent&#xa0;: vérifiez le côté.</translation>
    </message>
    <message>
        <source>Line {0} does not say which study it is about.</source>
        <translation>La ligne {0} ne dit pas de quel examen il s&apos;agit.</translation>
    </message>
    <message>
        <source>Line {0} is not a level from 0 to 255 and a luminance.</source>
        <translation>La ligne {0} n&apos;est pas un niveau de 0 à 255 avec une luminance.</translation>
    </message>
    <message>
        <source>Line {0} names a finding that the model does not have.</source>
        <translation>La ligne {0} nomme un signe que le modèle n&apos;a pas.</translation>
    </message>
    <message>
        <source>Line {0}: {1} is neither yes nor no.</source>
        <translation>Ligne {0}&#xa0;: {1} n&apos;est ni oui ni non.</translation>
    </message>
    <message>
        <source>Made on the film {0}.</source>
        <translation>Établi sur le cliché {0}.</translation>
    </message>
    <message>
        <source>Model {0} {1}, SHA-256 {2}.</source>
        <translation>Modèle {0} {1}, SHA-256 {2}.</translation>
    </message>
    <message>
        <source>NPV</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>No document in this object: {0}.</source>
        <translation>Aucun document dans cet objet&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>No picture in this object: {0}.</source>
        <translation>Aucune image dans cet objet&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>No picture: a film&apos;s header ({0}) without pixel data.</source>
        <translation>Pas d&apos;image&#xa0;: l&apos;en-tête d&apos;un cliché ({0}) sans données de pixels.</translation>
    </message>
    <message>
        <source>Normal / Pneumonia, Kermany: AUC</source>
        <translation>Normal / pneumonie, Kermany&#xa0;: AUC</translation>
    </message>
    <message>
        <source>Normal / Pneumonia, Kermany: accuracy</source>
        <translation>Normal / pneumonie, Kermany&#xa0;: exactitude</translation>
    </message>
    <message>
        <source>Normal / Pneumonia, Kermany: recall</source>
        <translation>Normal / pneumonie, Kermany&#xa0;: rappel</translation>
    </message>
    <message>
        <source>Normal / Viral / COVID-19: accuracy</source>
        <translation>Normal / virale / COVID-19&#xa0;: exactitude</translation>
    </message>
    <message>
        <source>Not a film: this is {0}.</source>
        <translation>Pas un cliché&#xa0;: c&apos;est {0}.</translation>
    </message>
    <message>
        <source>Not a greyscale presentation state: {0}.</source>
        <translation>Pas un état de présentation en niveaux de gris&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Not scored: a sequence of {0} frames, not a single film.</source>
        <translation>Non évalué&#xa0;: une séquence de {0} images, pas un cliché unique.</translation>
    </message>
    <message>
        <source>Not scored: by its header the film is turned or mirrored: its right edge is {0}, its lower edge {1}.</source>
        <translation>Non évalué&#xa0;: selon son en-tête, le cliché est tourné ou en miroir&#xa0;: bord droit {0}, bord inférieur {1}.</translation>
    </message>
    <message>
        <source>Not scored: modality {0}, not a projection radiograph.</source>
        <translation>Non évalué&#xa0;: modalité {0}, pas une radiographie de projection.</translation>
    </message>
    <message>
        <source>Not scored: no two lungs side by side; turned, cut off, or no frontal chest film?</source>
        <translation>Non évalué&#xa0;: pas deux poumons côte à côte&#xa0;; tourné, coupé, ou pas un thorax de face&#xa0;?</translation>
    </message>
    <message>
        <source>Not scored: the file says body part {0}, not chest.</source>
        <translation>Non évalué&#xa0;: le fichier indique la région {0}, pas le thorax.</translation>
    </message>
    <message>
        <source>Not scored: {0} × {1} pixels are too few (at least {2}).</source>
        <translation>Non évalué&#xa0;: {0} × {1} pixels, c&apos;est trop peu (au moins {2}).</translation>
    </message>
    <message>
        <source>Open &amp;samples</source>
        <translation>Ouvrir les &amp;exemples</translation>
    </message>
    <message>
        <source>Overlay {0} is malformed and was left out.</source>
        <translation>L&apos;overlay {0} est mal formé et a été ignoré.</translation>
    </message>
    <message>
        <source>Overlay {0} lies outside the film and was left out.</source>
        <translation>L&apos;overlay {0} se trouve hors du cliché et a été ignoré.</translation>
    </message>
    <message>
        <source>P(normal) against other places&apos; abnormal: AUC</source>
        <translation>P(normal) contre les anormaux d&apos;autres lieux&#xa0;: AUC</translation>
    </message>
    <message>
        <source>PPV</source>
        <translation>VPP</translation>
    </message>
    <message>
        <source>PR AUC</source>
        <translation>AUC PR</translation>
    </message>
    <message>
        <source>Pa&amp;use opening</source>
        <translation>S&amp;uspendre l&apos;ouverture</translation>
    </message>
    <message>
        <source>Photometric Interpretation is missing or unknown; taken as {0}.</source>
        <translation>Photometric Interpretation est absente ou inconnue&#xa0;; considérée comme {0}.</translation>
    </message>
    <message>
        <source>Pictures of {0} channels cannot be shown.</source>
        <translation>Les images de {0} canaux ne peuvent pas être affichées.</translation>
    </message>
    <message>
        <source>Pictures of {0} samples a pixel cannot be shown.</source>
        <translation>Les images de {0} échantillons par pixel ne peuvent pas être affichées.</translation>
    </message>
    <message>
        <source>Pixel Spacing is larger than at the detector: check lengths.</source>
        <translation>Pixel Spacing est plus grand qu’au détecteur&#xa0;: vérifiez les longueurs.</translation>
    </message>
    <message>
        <source>Pixels are not square: {0} to {1}.</source>
        <translation>Les pixels ne sont pas carrés&#xa0;: {0} pour {1}.</translation>
    </message>
    <message>
        <source>Presentation LUT Shape is INVERSE on MONOCHROME2: shown inverted.</source>
        <translation>Presentation LUT Shape est INVERSE avec MONOCHROME2&#xa0;: affiché inversé.</translation>
    </message>
    <message>
        <source>Presentation LUT Shape is unknown and was left out.</source>
        <translation>Presentation LUT Shape est inconnu et a été omis.</translation>
    </message>
    <message>
        <source>RSNA 2018 challenge: research and education</source>
        <translation>Concours RSNA 2018&#xa0;: recherche et enseignement</translation>
    </message>
    <message>
        <source>Reading took longer than {0} s and was stopped.</source>
        <translation>La lecture a dépassé {0} s et a été arrêtée.</translation>
    </message>
    <message>
        <source>Sensitivity {0} on the films of calibration; longest wait: {1}.</source>
        <translation>Sensibilité {0} sur les clichés de calibration&#xa0;; attente la plus longue&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>Sorting frontal chest films by how soon they should be read, on the reader&apos;s own workstation: in research and in engineering, beside a radiologist who reads every film.</source>
        <translation>Trier les clichés thoraciques de face selon l&apos;urgence de leur lecture, sur le poste du lecteur&#xa0;: en recherche et en ingénierie, aux côtés d&apos;un radiologue qui lit chaque cliché.</translation>
    </message>
    <message>
        <source>Stop watc&amp;hing</source>
        <translation>Arrêter la sur&amp;veillance</translation>
    </message>
    <message>
        <source>Text is burned into the picture (Burned In Annotation).</source>
        <translation>Du texte est incrusté dans l&apos;image (Burned In Annotation).</translation>
    </message>
    <message>
        <source>The Modality LUT is for values of at most 16 bits and was left out.</source>
        <translation>La Modality LUT vaut pour des valeurs de 16 bits au plus et a été omise.</translation>
    </message>
    <message>
        <source>The RLE frame holds one byte a sample, not what Bits Allocated says.</source>
        <translation>L&apos;image RLE contient un octet par valeur, contrairement à ce qu&apos;indique Bits Allocated.</translation>
    </message>
    <message>
        <source>The RLE frame holds {0} of {1} bytes.</source>
        <translation>L&apos;image RLE contient {0} octets sur {1}.</translation>
    </message>
    <message>
        <source>The code stream holds {0} bits a sample, the header {1}.</source>
        <translation>Le flux contient {0} bits par échantillon, l&apos;en-tête {1}.</translation>
    </message>
    <message>
        <source>The compressed picture claims {0} x {1} pixels: refused as too large.</source>
        <translation>L&apos;image compressée annonce {0} x {1} pixels&#xa0;: refusée car trop grande.</translation>
    </message>
    <message>
        <source>The compressed picture has more bits than Bits Stored: one may be wrong.</source>
        <translation>L&apos;image compressée a plus de bits que Bits Stored&#xa0;: l&apos;un des deux peut être faux.</translation>
    </message>
    <message>
        <source>The encapsulated document is no PDF but of type {0}.</source>
        <translation>Le document encapsulé n&apos;est pas un PDF mais de type {0}.</translation>
    </message>
    <message>
        <source>The file cannot be read: {0}.</source>
        <translation>Le fichier ne peut pas être lu&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The file cannot be written: {0}.</source>
        <translation>Le fichier ne peut pas être écrit&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The file could not be read: {0}.</source>
        <translation>Le fichier n&apos;a pas pu être lu&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The file is damaged in an unforeseen way ({0}).</source>
        <translation>Le fichier est endommagé de façon imprévue ({0}).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>The file is larger than 1 GB and was not read.</source>
        <translation>Le fichier dépasse 1 Go et n&apos;a pas été lu.</translation>
    </message>
    <message>
        <source>The file is not a PNG, JPEG or TIFF picture.</source>
        <translation>Le fichier n&apos;est pas une image PNG, JPEG ou TIFF.</translation>
    </message>
    <message>
        <source>The file is not there any more, or the link leads nowhere.</source>
        <translation>Le fichier n&apos;est plus là, ou le lien ne mène nulle part.</translation>
    </message>
    <message>
        <source>The file needs more memory than there is.</source>
        <translation>Le fichier demande plus de mémoire qu&apos;il n&apos;y en a.</translation>
    </message>
    <message>
        <source>The film could not be written again unchanged; nothing was written.</source>
        <translation>Le cliché n&apos;a pas pu être réécrit à l&apos;identique&#xa0;; rien n&apos;a été écrit.</translation>
    </message>
    <message>
        <source>The frame holds {0} of {1} bytes.</source>
        <translation>L&apos;image contient {0} octets sur {1}.</translation>
    </message>
    <message>
        <source>The header claims {0} x {1} pixels: refused as too large.</source>
        <translation>L&apos;en-tête annonce {0} x {1} pixels&#xa0;: refusé car trop grand.</translation>
    </message>
    <message>
        <source>The header does not say how many rows and columns the picture has.</source>
        <translation>L&apos;en-tête n&apos;indique pas le nombre de lignes et de colonnes de l&apos;image.</translation>
    </message>
    <message>
        <source>The header says {0} frames, the file holds fewer.</source>
        <translation>L&apos;en-tête annonce {0} images, le fichier en contient moins.</translation>
    </message>
    <message>
        <source>The header says {0} frames, the file holds {1}.</source>
        <translation>L&apos;en-tête annonce {0} images, le fichier en contient {1}.</translation>
    </message>
    <message>
        <source>The header says {0} samples a pixel, the code stream holds {1}.</source>
        <translation>L&apos;en-tête annonce {0} échantillons par pixel, le flux en contient {1}.</translation>
    </message>
    <message>
        <source>The header says {0} x {1} pixels, the picture has {2} x {3}; it is shown whole.</source>
        <translation>L&apos;en-tête annonce {0} x {1} pixels, l&apos;image en a {2} x {3}&#xa0;; elle est montrée en entier.</translation>
    </message>
    <message>
        <source>The kept thresholds belong to another file of {theirs}: they are not used. Set the sensitivity again for this one.</source>
        <translation>Les seuils conservés appartiennent à un autre fichier de {theirs}&#xa0;: ils ne sont pas utilisés. Réglez à nouveau la sensibilité pour celui-ci.</translation>
    </message>
    <message>
        <source>The kept thresholds belong to {theirs}, not to {ours}: they are not used. Set the sensitivity again for this model.</source>
        <translation>Les seuils conservés appartiennent à {theirs}, non à {ours}&#xa0;: ils ne sont pas utilisés. Réglez à nouveau la sensibilité pour ce modèle.</translation>
    </message>
    <message>
        <source>The kept thresholds cannot be read: set the sensitivity again.</source>
        <translation>Les seuils conservés sont illisibles&#xa0;: réglez à nouveau la sensibilité.</translation>
    </message>
    <message>
        <source>The lungs are cut off at the edge of the film: of what lies beyond nothing is said.</source>
        <translation>Les poumons sont coupés au bord du cliché&#xa0;: rien n&apos;est dit de ce qui se trouve au-delà.</translation>
    </message>
    <message>
        <source>The media directory names this file, but it is not there.</source>
        <translation>Le répertoire de média nomme ce fichier, mais il n&apos;est pas là.</translation>
    </message>
    <message>
        <source>The model runs on</source>
        <translation>Le modèle s&apos;exécute sur</translation>
    </message>
    <message>
        <source>The next films of the worklist and priors are read ahead into it.</source>
        <translation>Les clichés suivants de la liste et les antérieurs y sont lus à l&apos;avance.</translation>
    </message>
    <message>
        <source>The offset table of the pixel data is missing.</source>
        <translation>La table de décalages des données de pixels manque.</translation>
    </message>
    <message>
        <source>The offset table of the pixel data is wrong; the frame was found without it.</source>
        <translation>La table de décalages des données de pixels est fausse&#xa0;; l&apos;image a été trouvée sans elle.</translation>
    </message>
    <message>
        <source>The patient is to be isolated before the next contact.</source>
        <translation>Le patient est à isoler avant le prochain contact.</translation>
    </message>
    <message>
        <source>The picture claims {0} x {1} pixels: refused as too large.</source>
        <translation>L&apos;image annonce {0} x {1} pixels&#xa0;: refusée car trop grande.</translation>
    </message>
    <message>
        <source>The picture has no pixels.</source>
        <translation>L&apos;image n&apos;a pas de pixels.</translation>
    </message>
    <message>
        <source>The picture has palette colours but no palette that can be read.</source>
        <translation>L&apos;image a des couleurs de palette, mais pas de palette lisible.</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>L&apos;image est trop grande.</translation>
    </message>
    <message>
        <source>The picture&apos;s transparency was left out.</source>
        <translation>La transparence de l&apos;image a été ignorée.</translation>
    </message>
    <message>
        <source>The pixel data are not whole: {0} of {1} bytes are there.</source>
        <translation>Les données de pixels sont incomplètes&#xa0;: {0} octets sur {1}.</translation>
    </message>
    <message>
        <source>The pixel data claim more bytes than the file has.</source>
        <translation>Les données de pixels annoncent plus d&apos;octets que le fichier n&apos;en a.</translation>
    </message>
    <message>
        <source>The pixel data do not end as they should.</source>
        <translation>Les données de pixels ne se terminent pas comme elles devraient.</translation>
    </message>
    <message>
        <source>The pixel data hold no frame.</source>
        <translation>Les données de pixels ne contiennent pas d&apos;image.</translation>
    </message>
    <message>
        <source>The pixels are a video, which is not shown.</source>
        <translation>Les pixels sont une vidéo, qui n&apos;est pas affichée.</translation>
    </message>
    <message>
        <source>The pixels are floating point numbers, which are not shown.</source>
        <translation>Les pixels sont des nombres à virgule flottante, qui ne sont pas affichés.</translation>
    </message>
    <message>
        <source>The pixels are kept on a server (JPIP) and are not fetched.</source>
        <translation>Les pixels sont conservés sur un serveur (JPIP) et ne sont pas récupérés.</translation>
    </message>
    <message>
        <source>The pixels are labelled {0} but are not compressed.</source>
        <translation>Les pixels sont étiquetés {0} mais ne sont pas compressés.</translation>
    </message>
    <message>
        <source>The pixels are labelled {0} but are {1}; read as that.</source>
        <translation>Les pixels sont étiquetés {0} mais sont {1}&#xa0;; lus comme tels.</translation>
    </message>
    <message>
        <source>The pixels: fewer than 128 a side, too long and narrow, a colour picture, blank or almost without grey levels.</source>
        <translation>Les pixels&#xa0;: moins de 128 par côté, trop long et étroit, une image en couleur, vide ou presque sans niveaux de gris.</translation>
    </message>
    <message>
        <source>The presentation state has too many annotations; the first 2000 are drawn.</source>
        <translation>L&apos;état de présentation a trop d&apos;annotations&#xa0;; les 2000 premières sont dessinées.</translation>
    </message>
    <message>
        <source>The presentation state refers to no image.</source>
        <translation>L&apos;état de présentation ne renvoie à aucune image.</translation>
    </message>
    <message>
        <source>The presentation state&apos;s shutter covers all.</source>
        <translation>L&apos;obturateur de l&apos;état de présentation couvre tout.</translation>
    </message>
    <message>
        <source>The process that reads files could not be started.</source>
        <translation>Le processus qui lit les fichiers n&apos;a pas pu démarrer.</translation>
    </message>
    <message>
        <source>The radiographic magnification is invalid; it is not used for measuring.</source>
        <translation>L&apos;agrandissement radiographique n&apos;est pas valide&#xa0;; il ne sert pas à mesurer.</translation>
    </message>
    <message>
        <source>The report is longer than {0} lines; the rest is left out.</source>
        <translation>Le compte rendu dépasse {0} lignes&#xa0;; le reste est omis.</translation>
    </message>
    <message>
        <source>The report is nested too deeply; what lies deeper is left out.</source>
        <translation>Le compte rendu est imbriqué trop profondément&#xa0;; le reste est omis.</translation>
    </message>
    <message>
        <source>The room must be darker than the screen.</source>
        <translation>La pièce doit être plus sombre que l&apos;écran.</translation>
    </message>
    <message>
        <source>You have no permission to write to the store: ask for it, or name another one in the preferences or with --store.</source>
        <translation>Vous n&apos;avez pas le droit d&apos;écrire dans le dépôt&#xa0;: demandez-le, ou indiquez un autre dépôt dans les préférences ou avec --store.</translation>
    </message>
    <message>
        <source>The store&apos;s disc is full. What was stored is kept: free some space and go on.</source>
        <translation>Le disque du dépôt est plein. Ce qui a été conservé le reste&#xa0;: libérez de la place et continuez.</translation>
    </message>
    <message>
        <source>The stored window leaves almost nothing visible; an automatic one is shown.</source>
        <translation>La fenêtre enregistrée ne laisse presque rien de visible&#xa0;; une fenêtre automatique est affichée.</translation>
    </message>
    <message>
        <source>The stored window leaves little visible: choose the automatic one.</source>
        <translation>La fenêtre enregistrée laisse peu de choses visibles&#xa0;: choisissez l&apos;automatique.</translation>
    </message>
    <message>
        <source>The table cannot be read: {0}.</source>
        <translation>Le tableau ne peut pas être lu&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The table is damaged at line {0}.</source>
        <translation>Le tableau est endommagé à la ligne {0}.</translation>
    </message>
    <message>
        <source>The table is larger than 64 MB.</source>
        <translation>Le tableau dépasse 64 Mo.</translation>
    </message>
    <message>
        <source>The transfer syntax is not known: the pixels cannot be read.</source>
        <translation>La syntaxe de transfert est inconnue&#xa0;: les pixels ne peuvent pas être lus.</translation>
    </message>
    <message>
        <source>The zip claims to unpack to {0} GB, more than {1} times its size: refused as a decompression bomb.</source>
        <translation>Le zip prétend se décompresser en {0} Go, plus de {1} fois sa taille&#xa0;: refusé comme bombe de décompression.</translation>
    </message>
    <message>
        <source>The zip holds no files.</source>
        <translation>Le zip ne contient pas de fichiers.</translation>
    </message>
    <message>
        <source>The zip is damaged or incomplete.</source>
        <translation>Le zip est endommagé ou incomplet.</translation>
    </message>
    <message>
        <source>The {0} display shutter is malformed and was left out.</source>
        <translation>Le volet d&apos;affichage ({0}) est mal formé et a été ignoré.</translation>
    </message>
    <message>
        <source>The {0} frame is damaged and cannot be decoded.</source>
        <translation>L&apos;image {0} est endommagée et ne peut pas être décodée.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>There are more frames than the header says; the first is shown.</source>
        <translation>Il y a plus d&apos;images que l&apos;en-tête ne l&apos;indique&#xa0;; la première est affichée.</translation>
    </message>
    <message>
        <source>There are more pixel data than the header accounts for.</source>
        <translation>Il y a plus de données de pixels que l&apos;en-tête ne l&apos;indique.</translation>
    </message>
    <message>
        <source>There is a file of that name already; nothing was written.</source>
        <translation>Un fichier de ce nom existe déjà&#xa0;; rien n&apos;a été écrit.</translation>
    </message>
    <message>
        <source>There is no frame {0}: the file holds one picture.</source>
        <translation>Il n&apos;y a pas d&apos;image {0}&#xa0;: le fichier en contient une.</translation>
    </message>
    <message>
        <source>There is no frame {0}: the file holds {1}.</source>
        <translation>Il n&apos;y a pas d&apos;image {0}&#xa0;: le fichier en contient {1}.</translation>
    </message>
    <message>
        <source>There is no low-risk lane: no share of positive studies is allowed into it.</source>
        <translation>Il n’y a pas de file à risque faible&#xa0;: aucune part d’examens positifs n’y est admise.</translation>
    </message>
    <message>
        <source>There is no low-risk lane: the model&apos;s card has no scores of calibration films to certify it with. &quot;hilum-train evaluate MODEL --split val --into-card&quot; writes them into it.</source>
        <translation>Il n’y a pas de file à risque faible&#xa0;: la fiche du modèle n’a pas les scores d’étalonnage pour la certifier. «&#xa0;hilum-train evaluate MODEL --split val --into-card&#xa0;» les y écrit.</translation>
    </message>
    <message>
        <source>There is no low-risk lane: the positive films of {units} patients of calibration are too few to certify {risk}; {needed} patients would be enough, or {allowed} allowed.</source>
        <translation>Il n’y a pas de file à risque faible&#xa0;: les clichés positifs de {units} patients de l’étalonnage sont trop peu pour certifier {risk}&#xa0;; {needed} patients suffiraient, ou {allowed} admis.</translation>
    </message>
    <message>
        <source>There is no low-risk lane: this model has no finding that speaks for the whole film.</source>
        <translation>Il n’y a pas de file à risque faible&#xa0;: ce modèle n’a pas de résultat qui vaille pour tout le cliché.</translation>
    </message>
    <message>
        <source>There is no store in this place.</source>
        <translation>Il n&apos;y a pas de dépôt à cet endroit.</translation>
    </message>
    <message>
        <source>These stored values need more than the 16 bits of a PNG.</source>
        <translation>Ces valeurs stockées demandent plus que les 16 bits d&apos;un PNG.</translation>
    </message>
    <message>
        <source>This database belongs to another program: a store needs one of its own.</source>
        <translation>Cette base appartient à un autre programme&#xa0;: un dépôt a besoin de la sienne.</translation>
    </message>
    <message>
        <source>This device&apos;s films are unlike those this model learned from: findings are at most uncertain.</source>
        <translation>Les clichés de cet appareil diffèrent de ceux que ce modèle a appris&#xa0;: les signes sont au plus incertains.</translation>
    </message>
    <message>
        <source>This file is a picture; only DICOM files have attributes.</source>
        <translation>Ce fichier est une image&#xa0;; seuls les fichiers DICOM ont des attributs.</translation>
    </message>
    <message>
        <source>This film&apos;s kept measurements are damaged and were set aside: {0}.</source>
        <translation>Les mesures conservées de ce cliché sont endommagées et ont été mises de côté&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>C&apos;est un dossier, pas un fichier.</translation>
    </message>
    <message>
        <source>This is an opened film&apos;s own file; it is never overwritten.</source>
        <translation>C&apos;est le fichier d&apos;un cliché ouvert&#xa0;; il n&apos;est jamais écrasé.</translation>
    </message>
    <message>
        <source>This part of the zip is damaged.</source>
        <translation>Cette partie du zip est endommagée.</translation>
    </message>
    <message>
        <source>This store was written by a newer Hilum: use that one, or another store.</source>
        <translation>Ce dépôt a été écrit par un Hilum plus récent&#xa0;: utilisez celui-là, ou un autre dépôt.</translation>
    </message>
    <message>
        <source>Thorax proposed by the lung model: check it</source>
        <translation>Thorax proposé par le modèle pulmonaire&#xa0;: à vérifier</translation>
    </message>
    <message>
        <source>Thumbnails of this patient</source>
        <translation>Vignettes de ce patient</translation>
    </message>
    <message>
        <source>To be followed up within days; it must not be lost.</source>
        <translation>À explorer sous quelques jours&#xa0;; ne doit pas se perdre.</translation>
    </message>
    <message>
        <source>Treatment is to begin within hours.</source>
        <translation>Le traitement doit commencer en quelques heures.</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>Taille réelle</translation>
    </message>
    <message>
        <source>Turned as the picture&apos;s Exif orientation says.</source>
        <translation>Tourné comme l&apos;indique l&apos;orientation Exif de l&apos;image.</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>Unlike the films this model learned from: findings are at most uncertain.</source>
        <translation>Diffère des clichés que ce modèle a appris&#xa0;: les signes sont au plus incertains.</translation>
    </message>
    <message>
        <source>Unpacks to more than it claims and was stopped.</source>
        <translation>Se décompresse en plus qu&apos;annoncé et a été arrêté.</translation>
    </message>
    <message>
        <source>Unpacks to {0} GB, which is too large.</source>
        <translation>Se décompresse en {0} Go, c&apos;est trop grand.</translation>
    </message>
    <message>
        <source>Unprocessed detector data (For Processing): not meant for reading.</source>
        <translation>Données brutes du détecteur (For Processing)&#xa0;: non destinées à la lecture.</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgence</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>VOI LUT Function is unknown; LINEAR is used.</source>
        <translation>VOI LUT Function est inconnue&#xa0;; LINEAR est utilisé.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Incidence</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>Pneumonie virale</translation>
    </message>
    <message>
        <source>Watch the same folder again at the next start</source>
        <translation>Surveiller de nouveau le même dossier au prochain démarrage</translation>
    </message>
    <message>
        <source>What another model has assessed is assessed again; thresholds belong to one model.</source>
        <translation>Ce qu’un autre modèle a évalué est évalué à nouveau&#xa0;; les seuils appartiennent à un seul modèle.</translation>
    </message>
    <message>
        <source>What was copied is larger than this film and was not pasted.</source>
        <translation>Ce qui a été copié est plus grand que ce cliché et n&apos;a pas été collé.</translation>
    </message>
    <message>
        <source>Whatever is fastest</source>
        <translation>Le plus rapide</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Window / level</source>
        <translation>Fenêtre / niveau</translation>
    </message>
    <message>
        <source>Window 1 of the file</source>
        <translation>Fenêtre 1 du fichier</translation>
    </message>
    <message>
        <source>Window 2 of the file</source>
        <translation>Fenêtre 2 du fichier</translation>
    </message>
    <message>
        <source>Window Center and Window Width do not pair up; only pairs are offered.</source>
        <translation>Window Center et Window Width ne vont pas par paires&#xa0;; seules les paires sont proposées.</translation>
    </message>
    <message>
        <source>Window of a region</source>
        <translation>Fenêtre d&apos;une région</translation>
    </message>
    <message>
        <source>Window {0} / {1} of the file is invalid and was left out.</source>
        <translation>La fenêtre {0} / {1} du fichier est invalide et a été ignorée.</translation>
    </message>
    <message>
        <source>With Ctrl the wheel does the other one.</source>
        <translation>Avec Ctrl, la molette fait l&apos;autre.</translation>
    </message>
    <message>
        <source>You have no permission to read this.</source>
        <translation>Vous n&apos;avez pas l&apos;autorisation de lire ceci.</translation>
    </message>
    <message>
        <source>Your identifier</source>
        <translation>Votre identifiant</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>a 7-Zip archive; unpack it first</source>
        <translation>une archive 7-Zip&#xa0;; décompressez-la d&apos;abord</translation>
    </message>
    <message>
        <source>a BMP picture, which is not read</source>
        <translation>une image BMP, qui n&apos;est pas lue</translation>
    </message>
    <message>
        <source>a GIF picture, which is not read</source>
        <translation>une image GIF, qui n&apos;est pas lue</translation>
    </message>
    <message>
        <source>a Git LFS pointer: the file itself was never downloaded</source>
        <translation>un pointeur Git LFS&#xa0;: le fichier lui-même n&apos;a jamais été téléchargé</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>un document PDF</translation>
    </message>
    <message>
        <source>a RAR archive; unpack it first</source>
        <translation>une archive RAR&#xa0;; décompressez-la d&apos;abord</translation>
    </message>
    <message>
        <source>a WebP, audio or video file, which is not read</source>
        <translation>un fichier WebP, audio ou vidéo, qui n&apos;est pas lu</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>une archive ZIP</translation>
    </message>
    <message>
        <source>a bzip2 archive; unpack it first</source>
        <translation>une archive bzip2&#xa0;; décompressez-la d&apos;abord</translation>
    </message>
    <message>
        <source>a gzip archive; unpack it first</source>
        <translation>une archive gzip&#xa0;; décompressez-la d&apos;abord</translation>
    </message>
    <message>
        <source>a tar archive; unpack it first</source>
        <translation>une archive tar&#xa0;; décompressez-la d&apos;abord</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>exactitude</translation>
    </message>
    <message>
        <source>adults only, COVID-19 against the rest: AUC</source>
        <translation>adultes seuls, COVID-19 contre le reste&#xa0;: AUC</translation>
    </message>
    <message>
        <source>an empty ZIP archive</source>
        <translation>une archive ZIP vide</translation>
    </message>
    <message>
        <source>at detector</source>
        <translation>au détecteur</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>bacterial against viral, children: AUC</source>
        <translation>bactérienne contre virale, enfants&#xa0;: AUC</translation>
    </message>
    <message>
        <source>bone</source>
        <translation>os</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>étalonné</translation>
    </message>
    <message>
        <source>calibrated by the reader</source>
        <translation>étalonné par le lecteur</translation>
    </message>
    <message>
        <source>calibration error (15 bins)</source>
        <translation>erreur de calibration (15 classes)</translation>
    </message>
    <message>
        <source>calibration error (15 bins): likeliest class</source>
        <translation>erreur de calibration (15 classes)&#xa0;: signe le plus probable</translation>
    </message>
    <message>
        <source>command</source>
        <translation>commande</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>complet</translation>
    </message>
    <message>
        <source>conformal coverage at 90 %</source>
        <translation>couverture conforme à 90&#xa0;%</translation>
    </message>
    <message>
        <source>d</source>
        <translation>j</translation>
    </message>
    <message>
        <source>default</source>
        <translation>par défaut</translation>
    </message>
    <message>
        <source>each film its own, many non-commercial</source>
        <translation>chaque cliché les siennes, beaucoup non commerciales</translation>
    </message>
    <message>
        <source>end of the second arm</source>
        <translation>extrémité du second côté</translation>
    </message>
    <message>
        <source>end of this end plate</source>
        <translation>fin de ce plateau vertébral</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>expérience</translation>
    </message>
    <message>
        <source>experiment (SHA-256)</source>
        <translation>expérience (SHA-256)</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>films</source>
        <translation>clichés</translation>
    </message>
    <message>
        <source>films by finding</source>
        <translation>clichés par signe</translation>
    </message>
    <message>
        <source>five findings: macro AUC</source>
        <translation>cinq signes&#xa0;: AUC macro</translation>
    </message>
    <message>
        <source>form</source>
        <translation>forme</translation>
    </message>
    <message>
        <source>free, with attribution to the NIH Clinical Center</source>
        <translation>libre, en citant le NIH Clinical Center</translation>
    </message>
    <message>
        <source>frontal</source>
        <translation>de face</translation>
    </message>
    <message>
        <source>gate: wrong refusals</source>
        <translation>filtre&#xa0;: refus à tort</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bonne</translation>
    </message>
    <message>
        <source>heat-map mass in the lungs, true positives: median</source>
        <translation>part de la carte dans les poumons, vrais positifs&#xa0;: médiane</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>sa fin</translation>
    </message>
    <message>
        <source>its other border</source>
        <translation>son autre bord</translation>
    </message>
    <message>
        <source>largest difference from PyTorch</source>
        <translation>plus grand écart avec PyTorch</translation>
    </message>
    <message>
        <source>largest difference from the mean of the networks</source>
        <translation>plus grand écart avec la moyenne des réseaux</translation>
    </message>
    <message>
        <source>lateral</source>
        <translation>de profil</translation>
    </message>
    <message>
        <source>libraries</source>
        <translation>bibliothèques</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>cathéters</translation>
    </message>
    <message>
        <source>lines (enhanced)</source>
        <translation>cathéters (rehaussés)</translation>
    </message>
    <message>
        <source>lower end of the midline</source>
        <translation>bas de la ligne médiane</translation>
    </message>
    <message>
        <source>lung</source>
        <translation>poumon</translation>
    </message>
    <message>
        <source>lungs blanked out: COVID-19 AUC</source>
        <translation>poumons masqués&#xa0;: AUC pour COVID-19</translation>
    </message>
    <message>
        <source>m</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>macro AUC</source>
        <translation>AUC macro</translation>
    </message>
    <message>
        <source>macro AUC lost, validation</source>
        <translation>AUC macro perdue, validation</translation>
    </message>
    <message>
        <source>macro AUC, validation</source>
        <translation>AUC macro, validation</translation>
    </message>
    <message>
        <source>magnification corrected</source>
        <translation>agrandissement corrigé</translation>
    </message>
    <message>
        <source>mediastinum</source>
        <translation>médiastin</translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation>mégaoctets</translation>
    </message>
    <message>
        <source>members</source>
        <translation>membres</translation>
    </message>
    <message>
        <source>milliseconds a film</source>
        <translation>millisecondes par cliché</translation>
    </message>
    <message>
        <source>mirrored left to right</source>
        <translation>en miroir gauche-droite</translation>
    </message>
    <message>
        <source>next corner</source>
        <translation>sommet suivant</translation>
    </message>
    <message>
        <source>next corner; a double click closes</source>
        <translation>sommet suivant&#xa0;; un double clic ferme</translation>
    </message>
    <message>
        <source>no chest</source>
        <translation>pas un thorax</translation>
    </message>
    <message>
        <source>nominal scanned</source>
        <translation>numérisation nominale</translation>
    </message>
    <message>
        <source>normal against opacity within it: AUC</source>
        <translation>normal contre opacité dans le même lieu&#xa0;: AUC</translation>
    </message>
    <message>
        <source>normals called normal</source>
        <translation>normaux dits normaux</translation>
    </message>
    <message>
        <source>normals called normal, by source</source>
        <translation>normaux dits normaux, par source</translation>
    </message>
    <message>
        <source>not stated for each film</source>
        <translation>non précisé pour chaque cliché</translation>
    </message>
    <message>
        <source>one border of the heart</source>
        <translation>un bord du cœur</translation>
    </message>
    <message>
        <source>other side of the inner thorax</source>
        <translation>autre côté du thorax interne</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>déplacer</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>partiel</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>pixels</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>mauvaise</translation>
    </message>
    <message>
        <source>refused by the gate</source>
        <translation>refusés par le filtre</translation>
    </message>
    <message>
        <source>region</source>
        <translation>région</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>même jour</translation>
    </message>
    <message>
        <source>sensitivity of the operating points</source>
        <translation>sensibilité des points de fonctionnement</translation>
    </message>
    <message>
        <source>start of the other end plate</source>
        <translation>début de l&apos;autre plateau vertébral</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>the film looks turned or upside down; turn it upright.</source>
        <translation>le cliché paraît tourné ou à l&apos;envers&#xa0;; redressez-le.</translation>
    </message>
    <message>
        <source>the greys look inverted; check the polarity.</source>
        <translation>les gris paraissent inversés&#xa0;; vérifiez la polarité.</translation>
    </message>
    <message>
        <source>this does not look like a chest film.</source>
        <translation>ceci ne ressemble pas à un cliché thoracique.</translation>
    </message>
    <message>
        <source>this looks like a lateral view; the model knows frontal films only.</source>
        <translation>ceci ressemble à un profil&#xa0;; le modèle ne connaît que les clichés de face.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>apprentissage</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>tourné</translation>
    </message>
    <message>
        <source>turned 90° to the left</source>
        <translation>tourné de 90° vers la gauche</translation>
    </message>
    <message>
        <source>turned 90° to the right</source>
        <translation>tourné de 90° vers la droite</translation>
    </message>
    <message>
        <source>turned by 180°</source>
        <translation>tourné de 180°</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>non validé</translation>
    </message>
    <message>
        <source>upper end of the midline</source>
        <translation>haut de la ligne médiane</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validation</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>validé</translation>
    </message>
    <message>
        <source>vertex</source>
        <translation>sommet</translation>
    </message>
    <message>
        <source>w</source>
        <translation>sem.</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>large</translation>
    </message>
    <message>
        <source>window / level</source>
        <translation>fenêtre / niveau</translation>
    </message>
    <message>
        <source>with its greys inverted</source>
        <translation>aux gris inversés</translation>
    </message>
    <message>
        <source>wrong refusals, validation</source>
        <translation>refus à tort, validation</translation>
    </message>
    <message>
        <source>y</source>
        <translation>ans</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>zoom</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>Lire ou arrêter</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>Another film has this SOP Instance UID: are the marks its own?</source>
        <translation>Un autre cliché a cette SOP Instance UID&#xa0;: les marques sont-elles les siennes&#xa0;?</translation>
    </message>
    <message>
        <source>1 presentation state</source>
        <translation>1 état de présentation</translation>
    </message>
    <message>
        <source>{count} presentation states</source>
        <translation>{count} états de présentation</translation>
    </message>
    <message>
        <source>Drag a film here</source>
        <translation>Glisser un cliché ici</translation>
    </message>
    <message>
        <source>no area: the outline crosses itself</source>
        <translation>pas d&apos;aire&#xa0;: le contour se croise</translation>
    </message>
    <message>
        <source>area {area} pixels</source>
        <translation>aire {area} pixels</translation>
    </message>
    <message>
        <source>area {area} ({provenance})</source>
        <translation>aire {area} ({provenance})</translation>
    </message>
    <message>
        <source>no pixels of the film inside</source>
        <translation>aucun pixel du cliché à l&apos;intérieur</translation>
    </message>
    <message>
        <source>mean {mean}  SD {sd}</source>
        <translation>moyenne {mean}  ET {sd}</translation>
    </message>
    <message>
        <source>min {low}  max {high}</source>
        <translation>min {low}  max {high}</translation>
    </message>
    <message>
        <source>luminance: {values}</source>
        <translation>luminance&#xa0;: {values}</translation>
    </message>
    <message>
        <source>Cobb {angle}°</source>
        <translation>Cobb {angle}°</translation>
    </message>
    <message>
        <source>heart {heart}, thorax {thorax}</source>
        <translation>cœur {heart}, thorax {thorax}</translation>
    </message>
    <message>
        <source>CTR {ratio}</source>
        <translation>ICT {ratio}</translation>
    </message>
    <message>
        <source>Histogram, {count} pixels</source>
        <translation>Histogramme, {count} pixels</translation>
    </message>
    <message>
        <source>Line profile</source>
        <translation>Profil de ligne</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>True length, e.g. 25 mm or 2.5 cm</source>
        <translation>Longueur réelle, p. ex. 25 mm ou 2,5 cm</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>KEY IMAGE</source>
        <translation>IMAGE CLÉ</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 jour</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} jours</translation>
    </message>
    <message>
        <source>{years} y</source>
        <translation>{years} a</translation>
    </message>
    <message>
        <source>{months} mo</source>
        <translation>{months} mois</translation>
    </message>
    <message>
        <source>Prior, {words}</source>
        <translation>Antérieur, {words}</translation>
    </message>
    <message>
        <source>{words} earlier</source>
        <translation>{words} plus tôt</translation>
    </message>
    <message>
        <source>Films of this patient</source>
        <translation>Clichés de ce patient</translation>
    </message>
    <message>
        <source>Reader and model</source>
        <translation>Lecteur et modèle</translation>
    </message>
    <message>
        <source>Differences between reader and model</source>
        <translation>Différences entre lecteur et modèle</translation>
    </message>
    <message>
        <source>Rows that could not be used</source>
        <translation>Lignes inutilisables</translation>
    </message>
    <message>
        <source>{count} rows could not be used:</source>
        <translation>{count} lignes inutilisables&#xa0;:</translation>
    </message>
    <message>
        <source>{finding}: {agree} of {all} studies agree, {model} only the model, {reader} only the reader.</source>
        <translation>{finding}&#xa0;: {agree} examens sur {all} concordent, {model} le modèle seul, {reader} le lecteur seul.</translation>
    </message>
    <message>
        <source>Verdicts on studies that this list does not have: {count}.</source>
        <translation>Avis sur des examens absents de cette liste&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>No verdict is on a study of this list.</source>
        <translation>Aucun avis ne porte sur un examen de cette liste.</translation>
    </message>
    <message>
        <source>Order and lanes</source>
        <translation>Ordre et files</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Longest wait in minutes</source>
        <translation>Attente maximale en minutes</translation>
    </message>
    <message>
        <source>A film that has waited for so long comes next, behind pinned and STAT ones.</source>
        <translation>Un cliché qui a attendu si longtemps vient ensuite, après les épinglés et les STAT.</translation>
    </message>
    <message>
        <source>No low-risk lane</source>
        <translation>Pas de file à risque faible</translation>
    </message>
    <message>
        <source>Allowed share of positive studies in the low-risk lane</source>
        <translation>Part admise d’examens positifs dans la file à risque faible</translation>
    </message>
    <message>
        <source>Reading a film takes</source>
        <translation>Lire un cliché prend</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Lecteurs</translation>
    </message>
    <message>
        <source>Waiting times before and after</source>
        <translation>Temps d’attente avant et après</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Attente maximale</translation>
    </message>
    <message>
        <source>Positive studies in the low-risk lane, at most</source>
        <translation>Examens positifs dans la file à risque faible, au plus</translation>
    </message>
    <message>
        <source>What it would do to this list</source>
        <translation>Effet sur cette liste</translation>
    </message>
    <message>
        <source>What weighs how much</source>
        <translation>Ce qui pèse combien</translation>
    </message>
    <message>
        <source>The list is empty: there is nothing to simulate.</source>
        <translation>La liste est vide&#xa0;: rien à simuler.</translation>
    </message>
    <message>
        <source>All films</source>
        <translation>Tous les clichés</translation>
    </message>
    <message>
        <source>Missed (simulated)</source>
        <translation>Manqués (simulés)</translation>
    </message>
    <message>
        <source>Before: first come, first read. Missed: positive films below their threshold, as many as the model&apos;s sensitivity and your prevalence let expect, drawn 200 times; their longest wait holds in 19 of 20 draws.</source>
        <translation>Avant&#xa0;: par ordre d’arrivée. Manqués&#xa0;: clichés positifs sous leur seuil, autant que la sensibilité du modèle et votre prévalence le font attendre, tirés 200 fois&#xa0;; leur plus longue attente vaut dans 19 tirages sur 20.</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Exporter la liste</translation>
    </message>
    <message>
        <source>The last {hours} hours</source>
        <translation>Les {hours} dernières heures</translation>
    </message>
    <message>
        <source>Shift summary</source>
        <translation>Résumé de la garde</translation>
    </message>
    <message>
        <source>Films that came or were read in:</source>
        <translation>Clichés arrivés ou lus pendant&#xa0;:</translation>
    </message>
    <message>
        <source>All films of the list</source>
        <translation>Tous les clichés de la liste</translation>
    </message>
    <message>
        <source>Compare with reports</source>
        <translation>Comparer aux comptes rendus</translation>
    </message>
    <message>
        <source>Document: {title}</source>
        <translation>Document&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>{state}: {reader}, {when}</source>
        <translation>{state}&#xa0;: {reader}, {when}</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglé</translation>
    </message>
    <message>
        <source>STAT</source>
        <translation>STAT</translation>
    </message>
    <message>
        <source>The store cannot be opened: its folder is not there, or you may not write to it.</source>
        <translation>Le dépôt ne peut être ouvert&#xa0;: son dossier est absent, ou vous n&apos;avez pas le droit d&apos;y écrire.</translation>
    </message>
    <message>
        <source>The store could not be read or written: try again, or use another store.</source>
        <translation>Le dépôt n&apos;a pu être lu ni écrit&#xa0;: réessayez, ou utilisez un autre dépôt.</translation>
    </message>
    <message>
        <source>The store&apos;s database does not answer: is its server running, and its address right?</source>
        <translation>La base du dépôt ne répond pas&#xa0;: son serveur fonctionne-t-il, et son adresse est-elle juste&#xa0;?</translation>
    </message>
    <message>
        <source>The store&apos;s disc fails, or is gone. What was stored is kept: try again when it is back.</source>
        <translation>Le disque du dépôt est défaillant ou absent. Ce qui a été conservé le reste&#xa0;: réessayez quand il sera de retour.</translation>
    </message>
    <message>
        <source>The store&apos;s file is damaged, or is no store: put a copy of it back, or move it away, and a new one is made.</source>
        <translation>Le fichier du dépôt est endommagé ou n&apos;est pas un dépôt&#xa0;: remettez-en une copie, ou déplacez-le, et un nouveau sera créé.</translation>
    </message>
    <message>
        <source>The store&apos;s file is no longer in its place: nothing is stored until it is back.</source>
        <translation>Le fichier du dépôt n&apos;est plus à sa place&#xa0;: rien n&apos;est conservé jusqu&apos;à son retour.</translation>
    </message>
    <message>
        <source>Waited long</source>
        <translation>Attente longue</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Image clé</translation>
    </message>
    <message>
        <source>Free rotation: only quarter turns are saved.</source>
        <translation>Rotation libre&#xa0;: seuls les quarts de tour sont enregistrés.</translation>
    </message>
    <message>
        <source>Raised local contrast is not saved.</source>
        <translation>Le contraste local renforcé n&apos;est pas enregistré.</translation>
    </message>
    <message>
        <source>Save presentation state</source>
        <translation>Enregistrer l&apos;état de présentation</translation>
    </message>
    <message>
        <source>Measurements and annotations</source>
        <translation>Mesures et annotations</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>The file names the patient, as the film does; what you write here is kept in it.</source>
        <translation>Le fichier nomme le patient, comme le cliché&#xa0;; ce que vous écrivez ici y est conservé.</translation>
    </message>
    <message>
        <source>without a label</source>
        <translation>sans étiquette</translation>
    </message>
    <message>
        <source>Presentation state {label}: not for this frame</source>
        <translation>État de présentation {label}&#xa0;: pas pour cette image</translation>
    </message>
    <message>
        <source>Presentation state {label}, changed since</source>
        <translation>État de présentation {label}, modifié depuis</translation>
    </message>
    <message>
        <source>Presentation state {label}</source>
        <translation>État de présentation {label}</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>État de présentation</translation>
    </message>
    <message>
        <source>Presentation state that cannot be used: {reason}</source>
        <translation>État de présentation inutilisable&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Presentation state {label}: its film is not open</source>
        <translation>État de présentation {label}&#xa0;: son cliché n&apos;est pas ouvert</translation>
    </message>
    <message>
        <source>Presentation state {label}, for {here} of its {wanted} films: the others are not open</source>
        <translation>État de présentation {label}, pour {here} de ses {wanted} clichés&#xa0;: les autres ne sont pas ouverts</translation>
    </message>
    <message>
        <source>Presentation state {label}: choose it on its film</source>
        <translation>État de présentation {label}&#xa0;: à choisir sur son cliché</translation>
    </message>
    <message>
        <source>None was opened for this film</source>
        <translation>Aucun n&apos;a été ouvert pour ce cliché</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>Tel quel</translation>
    </message>
    <message>
        <source>Graphic layers</source>
        <translation>Couches graphiques</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>sans nom</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>Écriture de {name} …</translation>
    </message>
    <message>
        <source>GSDF, measured</source>
        <translation>GSDF, mesurée</translation>
    </message>
    <message>
        <source>GSDF, assumed</source>
        <translation>GSDF, supposée</translation>
    </message>
    <message>
        <source>{words}: {low} to {high} cd/m², contrast within {error}</source>
        <translation>{words}&#xa0;: {low} à {high} cd/m², contraste à {error} près</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Compte rendu</translation>
    </message>
    <message>
        <source>Pages of the PDF</source>
        <translation>Pages du PDF</translation>
    </message>
    <message>
        <source>Not shown while identities are hidden: a PDF can name people on any page.</source>
        <translation>Non affiché tant que les identités sont masquées&#xa0;: un PDF peut nommer des personnes sur toute page.</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>Rechercher dans le document</translation>
    </message>
    <message>
        <source>What was written freely can still name a person.</source>
        <translation>Le texte libre peut encore nommer une personne.</translation>
    </message>
    <message>
        <source>The film that is meant is not in the worklist.</source>
        <translation>Le cliché désigné n&apos;est pas dans la liste de travail.</translation>
    </message>
    <message>
        <source>Page {page}/{count}</source>
        <translation>Page {page}/{count}</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} trouvé(s)</translation>
    </message>
    <message>
        <source>Enter finds</source>
        <translation>Entrée pour chercher</translation>
    </message>
    <message>
        <source>Display calibration</source>
        <translation>Calibrage de l&apos;écran</translation>
    </message>
    <message>
        <source>Show films through the display function (GSDF) here</source>
        <translation>Afficher ici les clichés par la fonction d&apos;affichage (GSDF)</translation>
    </message>
    <message>
        <source>Assume a display of gamma 2.2</source>
        <translation>Supposer un écran de gamma 2,2</translation>
    </message>
    <message>
        <source>Measured: driving level, cd/m² on each line</source>
        <translation>Mesuré&#xa0;: niveau de commande, cd/m² par ligne</translation>
    </message>
    <message>
        <source>Darkest</source>
        <translation>La plus sombre</translation>
    </message>
    <message>
        <source>Brightest</source>
        <translation>La plus claire</translation>
    </message>
    <message>
        <source>Light of the room on it</source>
        <translation>Lumière ambiante réfléchie</translation>
    </message>
    <message>
        <source>Measured luminances</source>
        <translation>Luminances mesurées</translation>
    </message>
    <message>
        <source>Read a CSV file …</source>
        <translation>Lire un fichier CSV …</translation>
    </message>
    <message>
        <source>Test pattern</source>
        <translation>Mire de test</translation>
    </message>
    <message>
        <source>Screen: {name}</source>
        <translation>Écran&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Steps of grey are uneven by up to {before} without and {after} with the display function; for reading {allowed} is allowed (TG18).</source>
        <translation>Les pas de gris sont inégaux jusqu&apos;à {before} sans la fonction d&apos;affichage et {after} avec elle&#xa0;; {allowed} sont admis pour l&apos;interprétation (TG18).</translation>
    </message>
    <message>
        <source>This file cannot be read as a table.</source>
        <translation>Ce fichier ne se lit pas comme un tableau.</translation>
    </message>
    <message>
        <source>Line {line} is not a level from 0 to 255 and a luminance.</source>
        <translation>La ligne {line} n&apos;est pas un niveau de 0 à 255 suivi d&apos;une luminance.</translation>
    </message>
    <message>
        <source>Driving level {level}</source>
        <translation>Niveau de commande {level}</translation>
    </message>
    <message>
        <source>without display function</source>
        <translation>sans fonction d&apos;affichage</translation>
    </message>
    <message>
        <source>Space: with and without · ← →: fields for a luminance meter · Esc: close</source>
        <translation>Espace&#xa0;: avec et sans · ← →&#xa0;: plages pour un luminancemètre · Échap&#xa0;: fermer</translation>
    </message>
    <message>
        <source>Not while identities are hidden: a PDF can name people on any page.</source>
        <translation>Pas tant que les identités sont masquées&#xa0;: un PDF peut nommer des personnes sur toute page.</translation>
    </message>
    <message>
        <source>Copied, as it stands.</source>
        <translation>Copié tel quel.</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Exporter le compte rendu</translation>
    </message>
    <message>
        <source>Export the PDF, with all its names</source>
        <translation>Exporter le PDF, avec tous ses noms</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>Impression …</translation>
    </message>
    <message>
        <source>Self-test passed at an earlier start.</source>
        <translation>Autotest réussi lors d&apos;un démarrage précédent.</translation>
    </message>
    <message>
        <source>Self-test failed ({reason}): do not rely on the scores. Install Hilum or the model again.</source>
        <translation>Échec de l&apos;autotest ({reason})&#xa0;: ne vous fiez pas aux scores. Réinstallez Hilum ou le modèle.</translation>
    </message>
    <message>
        <source>Self-test passed: {films} phantom films on {device}, as when the model was made.</source>
        <translation>Autotest réussi&#xa0;: {films} clichés de fantôme sur {device}, comme lors de la création du modèle.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to: settings, measurements and the list are kept in {other}.</source>
        <translation>Impossible d&apos;écrire dans {folder}&#xa0;: réglages, mesures et liste sont conservés dans {other}.</translation>
    </message>
    <message>
        <source>Your settings could not be read. They were set aside as {name} in {folder}, and Hilum starts with its own: set keys, screens and calibrations anew, or put a copy of settings.json back while Hilum is closed.</source>
        <translation>Vos réglages n&apos;ont pu être lus. Ils ont été mis de côté sous le nom {name} dans {folder}, et Hilum démarre avec les siens&#xa0;: réglez de nouveau touches, écrans et étalonnages, ou remettez une copie de settings.json pendant que Hilum est fermé.</translation>
    </message>
    <message>
        <source>Another Hilum, on {machine}, uses the same settings and does not answer: the one that is closed last keeps its own.</source>
        <translation>Un autre Hilum, sur {machine}, utilise les mêmes réglages et ne répond pas&#xa0;: ceux du dernier fermé seront conservés.</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lu</translation>
    </message>
    <message>
        <source>You are reading since {time}</source>
        <translation>Vous lisez depuis {time}</translation>
    </message>
    <message>
        <source>It may be taken over.</source>
        <translation>Elle peut être reprise.</translation>
    </message>
    <message>
        <source>Read by {reader}, {time}</source>
        <translation>Lue par {reader}, {time}</translation>
    </message>
    <message>
        <source>Second look asked for by {reader}, {time}</source>
        <translation>Second regard demandé par {reader}, {time}</translation>
    </message>
    <message>
        <source>Read blindly: say what you see, then commit.</source>
        <translation>Lecture en aveugle&#xa0;: dites ce que vous voyez, puis validez.</translation>
    </message>
    <message>
        <source>Reading of this study</source>
        <translation>Lecture de cette étude</translation>
    </message>
    <message>
        <source>Notes on this study</source>
        <translation>Notes sur cette étude</translation>
    </message>
    <message>
        <source>What you do is kept in the window, and stored when the store can be used again.</source>
        <translation>Ce que vous faites reste dans la fenêtre et sera conservé quand le dépôt sera de nouveau utilisable.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What do you see?</source>
        <translation>Que voyez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>The model&apos;s findings are shown. Commit again to end the read.</source>
        <translation>Les signes du modèle sont visibles. Validez encore pour terminer la lecture.</translation>
    </message>
    <message>
        <source>All studies of the list are read, or being read.</source>
        <translation>Toutes les études de la liste sont lues ou en cours de lecture.</translation>
    </message>
    <message>
        <source>Being read by {reader} since {time}.</source>
        <translation>En cours de lecture par {reader} depuis {time}.</translation>
    </message>
    <message>
        <source>Findings hidden</source>
        <translation>Signes masqués</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Non précisé</translation>
    </message>
    <message>
        <source>In no lane</source>
        <translation>Dans aucune file</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>Non évalué</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>Rien à lire</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Installation en cours</translation>
    </message>
    <message>
        <source>Install from a folder …</source>
        <translation>Installer depuis un dossier …</translation>
    </message>
    <message>
        <source>Install from wheels …</source>
        <translation>Installer depuis des fichiers wheel …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>Copier la ligne</translation>
    </message>
    <message>
        <source>With an NVIDIA card the model runs faster. The GPU pack adds what it needs to your own folder, about 2 GB, from wheels that can be fetched on another machine; no network is used here.</source>
        <translation>Avec une carte NVIDIA, le modèle est plus rapide. Le pack GPU ajoute à votre propre dossier ce qu&apos;il lui faut, environ 2 Go, à partir de fichiers wheel que l&apos;on peut télécharger sur une autre machine&#xa0;; ici, aucun réseau n&apos;est utilisé.</translation>
    </message>
    <message>
        <source>To fetch the pack, type where there is a network:</source>
        <translation>Pour télécharger le pack, saisissez sur une machine connectée au réseau&#xa0;:</translation>
    </message>
    <message>
        <source>GPU pack: {names}</source>
        <translation>Pack GPU&#xa0;: {names}</translation>
    </message>
    <message>
        <source>No GPU pack is installed.</source>
        <translation>Aucun pack GPU n&apos;est installé.</translation>
    </message>
    <message>
        <source>Delete the GPU pack?</source>
        <translation>Supprimer le pack GPU&#xa0;?</translation>
    </message>
    <message>
        <source>Stopped; the pack is as it was.</source>
        <translation>Arrêté&#xa0;; le pack est inchangé.</translation>
    </message>
    <message>
        <source>{number} wheels installed. Start Hilum again to use them.</source>
        <translation>{number} fichiers wheel installés. Redémarrez Hilum pour les utiliser.</translation>
    </message>
    <message>
        <source>The GPU pack is deleted. Start Hilum again to do without it.</source>
        <translation>Le pack GPU est supprimé. Redémarrez Hilum pour travailler sans lui.</translation>
    </message>
    <message>
        <source>The GPU pack could not be changed: {reason}.</source>
        <translation>Le pack GPU n&apos;a pas pu être modifié&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Settings were not kept ({reason}): make room in {folder}, or ask for the right to write there.</source>
        <translation>Les réglages n&apos;ont pas été enregistrés ({reason})&#xa0;: libérez de la place dans {folder}, ou demandez le droit d&apos;y écrire.</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Arrêter la surveillance</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Surveiller un dossier</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>un dossier</translation>
    </message>
    <message>
        <source>{folder} is not there: waiting for it</source>
        <translation>{folder} est absent&#xa0;: en attente</translation>
    </message>
    <message>
        <source>Watching {folder}</source>
        <translation>Surveillance de {folder}</translation>
    </message>
    <message>
        <source>{count} being written</source>
        <translation>{count} en cours d’écriture</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} en attente</translation>
    </message>
    <message>
        <source>{names} cannot be read: some words stay English. Install Hilum again.</source>
        <translation>Lecture impossible de {names}&#xa0;: certains mots restent en anglais. Réinstallez Hilum.</translation>
    </message>
    <message>
        <source>Windows of the file</source>
        <translation>Fenêtres du fichier</translation>
    </message>
    <message>
        <source>The file has none</source>
        <translation>Le fichier n’en a pas</translation>
    </message>
    <message>
        <source>Unread: came after {reader} had read the study, {time}</source>
        <translation>Non lu&#xa0;: arrivé après la lecture de l’étude par {reader}, {time}</translation>
    </message>
    <message>
        <source>This study was begun and not ended.</source>
        <translation>La lecture de cette étude a été commencée et non terminée.</translation>
    </message>
    <message>
        <source>No other unread film is shown; {count} wait that the filter or the search leaves out.</source>
        <translation>Aucun autre cliché non lu n’est affiché&#xa0;; {count} attendent, que le filtre ou la recherche laisse de côté.</translation>
    </message>
    <message>
        <source>A copy of {name}.</source>
        <translation>Une copie de {name}.</translation>
    </message>
    <message>
        <source>Has the SOP Instance UID of {name}, but not its content.</source>
        <translation>A la SOP Instance UID de {name}, mais non son contenu.</translation>
    </message>
    <message>
        <source>{reader} has gone on with this study: nothing was taken back.</source>
        <translation>{reader} a poursuivi cette étude&#xa0;: rien n’a été annulé.</translation>
    </message>
</context>
</TS>
