/** Invented people: given names and surnames of many naming traditions, combined at random. */
export interface Tradition {
  readonly men: readonly string[];
  readonly women: readonly string[];
  readonly surnames: readonly string[];
}

const words = (list: string): string[] => list.trim().split(/\s+/);

export const TRADITIONS: readonly Tradition[] = [
  {
    men: words('Alan Gareth Colin Dermot Euan Howard Neville Rory Trevor Wesley Clive Duncan'),
    women: words('Alison Bridget Ceri Dawn Fiona Harriet Imogen Kirsty Maureen Nerys Rowena Tamsin'),
    surnames: words(
      'Ablett Brockway Carnhill Dunmore Eastlake Farrowby Garside Hathersage Inchbald Kelloe Larkham Maddock Nethercott ' +
        'Oldroyd Pargeter Quayle Ridsdale Stannard Thurlby Umpleby Varley Wexcombe Yardley',
    ),
  },
  {
    men: words('Darnell Curtis Wade Travis Luther Boyd Elmer Reggie Clint Marcus Tyrell Hank'),
    women: words('Latoya Darlene Shawna Peggy Rhonda Tamika Loretta Jolene Bonnie Keisha Marlene Trudy'),
    surnames: words(
      'Abernall Bridgeford Colquitt Dantley Ellsberry Fontaine Goodlow Hendrix-Lowe Isbell Jessup Kirkbride Lattimore ' +
        'McCreedy Nunnally Ogletree Pettibone Ransome Stallard Tidwell Vickery Wainscott Youngclaus',
    ),
  },
  {
    men: words('Anton Dragan Goran Ivo Jarek Kosta Milan Pavel Radek Stanko Tomasz Vlado'),
    women: words('Alena Branka Danica Ewa Jadwiga Ksenia Ludmila Milena Olena Petra Svetla Zuzana'),
    surnames: words(
      'Babarin Cermiak Dolinski Ferenko Grabovac Hlavin Jurkanov Kolarek Lisovyk Marchenik Novosad Ostrava Petrikov ' +
        'Radulescek Sobolin Tkalec Ustinik Vrbanek Wolnicki Zahorko',
    ),
  },
  {
    men: words('Adewale Chidi Emeka Femi Kofi Kwabena Musa Obinna Sipho Tendai Themba Yaw'),
    women: words('Abena Amara Chipo Efua Folake Ifeoma Lindiwe Naledi Ngozi Nomvula Thandeka Wanjiru'),
    surnames: words(
      'Abolade Adu-Mensah Banda-Kiri Chikwado Dlomo Ekwueze Gbadamu Ikande Kamarunga Lutumba Mabasola Ndiweni Odhiambe ' +
        'Okonduru Pharasi Sarponge Tembani Umarelle Wambugi Zulandi',
    ),
  },
  {
    men: words('Bilal Farid Hamza Idris Karim Mansour Nabil Omar Rashid Tariq Yusuf Ziad'),
    women: words('Amal Dalia Farah Hanan Jamila Lubna Maryam Nadia Rania Samira Yasmin Zeinab'),
    surnames: words(
      'al-Barudi al-Hasbani Ben-Youssar Daghestan Elmarrah Farouqi Ghanemi Haddoud Jabrani Kassabi Lahloud Mansoori-Tal ' +
        'Najmedin Qabbal Rahmouni Sabbagh Tahani Wahidi Yazbakh Zubaydan',
    ),
  },
  {
    men: words('Arjun Dinesh Harish Imran Jagdish Kamal Mohan Naveen Prakash Ravi Sanjay Vikram'),
    women: words('Anjali Bhavna Deepa Farzana Geeta Kavita Lakshmi Meera Nandini Priya Shabnam Usha'),
    surnames: words(
      'Acharekar Bhattani Chaudharin Deshwal Ganapathi Hoonda Iyengarh Jadhavan Kulkhari Malhotwal Nairan Pereira-Das ' +
        'Qureshwal Ramaswani Sengupti Thapalia Uppalan Venkatan Wickremage Zaveri',
    ),
  },
  {
    men: words('Bao Daisuke Feng Haruto Jun Kenji Linh Min-jae Quang Sang-ho Takumi Wei'),
    women: words('Aiko Chau Eun-ji Fang Haruka Lan Mei Naoko Soo-yeon Thuy Xiu Yumi'),
    surnames: words(
      'Anzaki Bui-Tran Chaeng Dohara Fujimune Goh Hanamori Ishigane Jeong Kurosu Liangwei Matsudera Nguyet Okazane Phamh ' +
        'Ryuzaki Shimokawa Tranh Uemori Wongsa Yamagiri Zhouyan',
    ),
  },
  {
    men: words('Alejo Benito Camilo Duarte Esteban Gonzalo Hernando Joaquim Leandro Nuno Ramiro Tadeu'),
    women: words('Adelina Beatriz Catarina Dolores Esperanza Graciela Inês Luz Marisol Pilar Rosario Xiomara'),
    surnames: words(
      'Albarrán Bustamonte Caldeirão Duartez Escamillo Figueiral Gallardin Hinojal Iturbea Lacerdo Machuca Noronhal ' +
        'Olivarte Pachecano Quirogal Rebolledo Sepúlvano Tejadinha Urrutigo Velardez Zamorin',
    ),
  },
  {
    men: words('Anders Bjarne Eero Gunnar Halvard Jari Lars Mikkel Olav Rasmus Sven Torbjørn'),
    women: words('Astrid Birgit Eeva Freja Gudrun Hanne Ingrid Kaisa Liv Maren Sigrid Tuuli'),
    surnames: words(
      'Aakervik Bergstad Dahlqvist Ekelöv Fagerheim Grønvall Haapasalmi Ingebrek Jokiranta Kvernland Lindskov Mäkipuro ' +
        'Nordhus Østervang Pihlajan Ravnborg Sandvær Tveitan Virtasalo Ågren',
    ),
  },
  {
    men: words('Bastien Didier Émile Gaspard Heinrich Jochen Klaus Luc Matthijs Pieter Rüdiger Yannick'),
    women: words('Anneke Brigitte Chantal Delphine Elke Gisela Hélène Ilse Margriet Odile Saskia Ursel'),
    surnames: words(
      'Aumont-Vial Beaucastel Cordelier Delahaut Eberling Feldkamper Garnisson Hohenauer Jansveld Kerbrat Lindenhorst ' +
        'Marchevaux Niederau Oosterhuys Pflugmann Roquevert Steinhilber Terwiel Vandermolen Wiesengrund',
    ),
  },
  {
    men: words('Aydin Bogdan Costin Davit Emre Giorgi Hovik Ilias Levan Marin Nikos Orhan'),
    women: words('Ani Despina Elif Gulnara Ioana Katerina Leyla Mariam Nino Pinar Sevda Tamar'),
    surnames: words(
      'Adamidis Baranidze Constantinel Demirbag Eskerian Florescan Gogoladze Hakopyal Ionitar Karatepe Lazarakis ' +
        'Mkrtumian Nalbandel Ozturkan Papadimos Sahakor Tsikelashvil Ungurel Vasilakou Yildirak',
    ),
  },
];

/** Words before a surname, by gender, where an outlet uses them. */
export const HONORIFIC = { man: 'Mr', woman: 'Ms' } as const;
