/** Parts of names from many regions of Indonesia, to compose thousands of words from. Everyone made of them is invented. */
const list = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Words that everybody shares: they occur in the vocabulary for tuning and in the one held out. */
export const EVERYDAY = {
  female: list(
    'Siti Sitti Nur Sri Dewi Tri Dwi Eka Rina Ani Ayu Ratna Endang Yuni Indah Fitri Lestari Wahyuni Rahayu Aisyah Aminah',
  ),
  male: list(
    'Muhammad Muh. Moh. Abdul Ahmad Achmad Agus Budi Bambang Eko Dedi Hendra Joko Andi Arif Yusuf Umar Ali Rahman Hasan Ibrahim',
  ),
  family: list(
    'Daeng Hasan Ibrahim Yusuf Rahman Saleh Ismail Usman Umar Ali Amir Nasution Siregar Simanjuntak Wijaya Saputra Santoso',
  ),
} as const

/** Finished words by region. */
export const WORDS: Readonly<
  Record<string, { female: readonly string[]; male: readonly string[]; family: readonly string[] }>
> = {
  java: {
    female:
      list(`Sulastri Suryani Kartini Murni Partini Sumiati Sulistyowati Wulandari Retno Ningsih Sekar Laras Tutik Wiwik Yayuk
      Astuti Kusumawati Handayani Purwanti Susanti Setyowati Utami Hapsari Anjani Larasati Rukmini Mulyani Saraswati Triningsih Puspita`),
    male: list(`Djoko Sutrisno Slamet Sugeng Tjahjo Widodo Prabowo Pramono Soeharto Subagyo Haryanto Suryadi Mulyono Wahyudi Kuncoro
      Nugroho Prasetyo Bagus Gunawan Teguh Untung Wasis Yulianto Budiman Darmawan Djumadi Kasiman Paijo Ngadiman Tukiman Sarwono`),
    family: list(
      'Kusuma Hadiningrat Pranoto Atmodjo Hardjono Notonegoro Mangunkusumo Sastroamidjojo Tjokroaminoto Poerwanto',
    ),
  },
  sunda: {
    female: list(
      'Euis Neneng Teti Iis Cucu Imas Entin Yoyoh Dedeh Nining Tintin Rohaeti Kokom Elis Ai Nenden Titin Yeyet Enok Iyam',
    ),
    male: list(
      'Asep Ujang Dadang Cecep Deden Iwan Tatang Yayat Aep Entis Maman Dudung Engkus Oding Ajat Encep Jajang Nandang Wawan Yana',
    ),
    family: list(
      'Sutisna Suherman Kosasih Permana Hidayat Supriatna Sasmita Wiraatmadja Danuwijaya Soeriaatmadja Sobandi Rukmana',
    ),
  },
  arab: {
    female:
      list(`Khadijah Fatimah Zainab Maryam Halimah Nurhayati Nuraini Hasnah Rahmawati Mardiah Khairunnisa Syarifah Zubaedah Salmah
      Rukiah Jamilah Hafsah Maimunah Latifah Badriah Zahrah Azizah Asmah Sakinah Wardah Laila Najwa Rabiah Sofia Hamidah Chadijah`),
    male: list(`Muchlis Bachtiar Syamsul Syarifuddin Zulkifli Khairul Chairil Burhanuddin Amiruddin Fakhruddin Jamaluddin Kamaruddin Baharuddin
      Syahrul Taufiq Arifin Hidayatullah Mukhtar Iskandar Ridwan Sulaiman Zainal Fauzi Faisal Hamzah Jufri Luthfi Marzuki Nashir Qadir Rasyid
      Thamrin Ubaidillah Wahid Yahya Zakaria Abdullah Abdurrahman Farid Habibi Idris Khalid Mansyur Munir Nawawi Sofyan Tahir Yazid`),
    family: list(
      'Assegaf Alatas Shihab Bahasuan Basalamah Bawazier Alhabsyi Attamimi Baswedan Sungkar Thalib Bafadhal Aljufri',
    ),
  },
  bugis: {
    female: list(
      'Besse Tenri Nurjannah Hajrah Cinnong Tasming Hasmawati Becce Isah Kartika Rosmini Murniati Ramlah Sahari Intang Bunga',
    ),
    male: list(
      'Baso Mappatunru Palinrungi Tenriajeng Lamakkarakka Beddu Tajuddin Rapi Sirajuddin Sangkala Saharuddin Tompo Cakkudu',
    ),
    family:
      list(`Paturusi Mappanyukki Pawiloi Mattalatta Sulle Parenrengi Mallarangan Pangerang Manggabarani Tunru Lolo Patunru Galigo Mattulada
      Amparita Makkarawa Pettarani Opu Karaeng Bontomanai Sitaba Rowa Nassa Sikki Tutu Nyarrang Situju Gassing Nompo Bella`),
  },
  batak: {
    female: list(
      'Tiur Rotua Nurmala Romauli Tioria Lamria Duma Hotmaida Risma Mangatur Roida Theresia Lasma Tiodora Basaria',
    ),
    male: list(
      'Parlindungan Togar Sahat Poltak Binsar Tumpal Marojahan Hotman Maruli Saut Jontar Monang Pardomuan Ganda Bonar Jogi Halomoan',
    ),
    family:
      list(`Sihombing Hutabarat Situmorang Panjaitan Sinaga Silalahi Napitupulu Tampubolon Pangaribuan Manurung Simbolon Lubis Harahap Daulay
      Hasibuan Pohan Rangkuti Ginting Sembiring Tarigan Karokaro Perangin-angin Purba Saragih Damanik Sitorus Marpaung Nainggolan Gultom Aritonang`),
  },
  bali: {
    female: list(
      'Ketut Komang Luh Putu Ayu Kadek Desak Sagung Wulan Suarti Sukerti Rastini Ariani Suryathi Cahyani Padmi Mirah Sutarmi',
    ),
    male: list(
      'Wayan Made Nyoman Gede Ketut Komang Kadek Dewa Ngurah Gusti Bagus Sudarma Suardana Arnawa Sukadana Astawa Wirawan Suparta',
    ),
    family: list(
      'Suastika Mahendra Dharmawan Pradnyana Sanjaya Adnyana Wiratmaja Mertha Sudiarta Yudistira Widnyana Artana Suwirya Kertayasa',
    ),
  },
  minang: {
    female: list(
      'Yusnidar Rosmaniar Asnidar Yulinar Ermawati Gusnarti Syamsiar Nurbaiti Eliza Desmawati Upik Rasyidah Zulfitri',
    ),
    male: list(
      'Afrizal Syafrizal Zulhendri Yusrizal Masrizal Hendrizal Buyung Nofrizal Asrul Irwandi Jasman Efrizal Syahrizal Bakri',
    ),
    family: list(
      'Koto Piliang Caniago Tanjung Sikumbang Jambak Guci Melayu Mandailing Pitopang Bendang Malin Sutan Chaniago',
    ),
  },
  east: {
    female: list(
      'Yohana Maria Theresia Wilhelmina Agustina Yuliana Fransina Margaretha Ester Dorkas Paulina Bernadetha Elisabeth Oktovina',
    ),
    male: list(`Yohanes Petrus Markus Frans Yosef Yakobus Stefanus Melkianus Yulius Kornelis Simon Silas Obed Hendrikus Gabriel Titus Benyamin
      Philipus Victor Oktovianus Dominggus Elieser Absalom`),
    family:
      list(`Wenda Kogoya Tabuni Yikwa Rumbiak Mandacan Wonda Korwa Krey Rumaropen Pattinasarany Latuconsina Tuhusula Lekatompessy Manuhutu
      Siahaya Sahetapy Matulessy Nahumury Tuasikal Kaisiepo Bonay Ayomi Waromi Naibaho Bria Nahak Seran Taolin Bere Klau Liliweri Tukan Kelen
      Wangge Lobo Nggadas Djawa Riwu Kore Ndoen Manafe Tallo Adoe`),
  },
  north: {
    female: list('Meiske Deitje Jeane Fransisca Olga Selvie Vonny Joice Grace Sientje Altje Femmy Norma Stien'),
    male: list('Ferdinand Jantje Hengky Steven Wempie Denny Olly Reinhard Johny Sonny Ventje Robby Fentje Lexi'),
    family:
      list(`Mokodompit Mokoginta Manoppo Damopolii Rumengan Lumowa Sondakh Kalalo Wowor Tumbelaka Rantung Pangemanan Mandagi Tumiwa Sumual
      Runtuwene Lengkong Kawatu Moniaga Rompas Gobel Monoarfa Uno Habibie Katili Olii Bilondatu Thalib Datau`),
  },
  dayak: {
    female: list('Lensi Itak Nyai Balau Dayang Rusnani Yuyun Helmi Liana Mantir Ruyan Kunyit'),
    male: list(
      'Sabran Tilung Jinjin Darius Duwel Kardinal Tarung Lambung Sukah Nanyan Rinting Uban Tingang Punding Sangen',
    ),
    family: list(
      'Rawing Usop Narang Bahat Ranan Silam Gerson Mihing Binti Rangkap Nyahu Kusin Asang Lamiang Garang Tuwan Laut Sahay',
    ),
  },
  chinese: {
    female: list('Lanny Meilina Yenny Fenny Lilis Mei Linda Susi Vivi Silvia Ling Hwa Cindy Christine'),
    male: list('Hendrawan Budianto Lukito Sutanto Hartanto Willy Hok Djin Liem Tan Oei Kwik Ong Kian'),
    family: list(
      'Gunadi Tanudjaja Wibisono Halim Salim Hartono Lukman Tjandra Sutiono Wijanto Setiawan Kosasi Chandra Tjahjadi',
    ),
  },
}

/** Beginnings, middles and ends that compose to words of a region's sound. */
export const MORPHEMES: readonly {
  kind: 'female' | 'male' | 'family' | 'any'
  parts: readonly (readonly string[])[]
}[] = [
  {
    kind: 'male',
    parts: [
      list(
        'Su Wi Har Pur Dar Mar Kar Sar Par Sis Sas Joy Tri Dwi Yul Bud Gun Pri Raj Soe Djoe Moel Nur War Kus Sut Sug Hen Ir Rud',
      ),
      list('d gi ma ta wa ya na ri san tik har yan man dar tar dja dha jo wid ndra kir'),
      list('no to di yo wan djo manto santo yanto sono giyo tono ngadi jono dono karno mono kromo'),
    ],
  },
  {
    kind: 'female',
    parts: [
      list('Su Wi Har Pur Dar Mar Kar Sar Par Sis Tri Dwi Yul Bud Ret End Rah Las Nur War Kus Isti Yus Ros Her Er Els'),
      list('ni ma ta ya na ri mi ti la mar tik har nar lis'),
      list('ningsih wati yati yani yanti santi sari asih tini arni lestari rahayu nah niati nita awati'),
    ],
  },
  {
    kind: 'male',
    parts: [
      list(
        'Syam Kam Jam Bah Zain Nur Fakh Syar Bur Sal Am Ala Ham Mah Muh Tas Saif Nas Kha Ihs Rafi Fathu Mun Jal Nasi Khai Shala Badr Syah',
      ),
      list('al ar han i u il aj im ur as ir un'),
      list('uddin udin ullah illah rahman rudin mudin yudin luddin suddin'),
    ],
  },
  {
    kind: 'female',
    parts: [
      list(
        'Syam Kam Jam Nur Fath Zah Sal Am Ham Mah Mas Nas Khai Ros Has Rah Fit Mard Ruq Sak Zul Yas Ris Az Rab Jum Nad Laz',
      ),
      list('a i u ar im il ri na id at'),
      list('iah iyah wati mah nah sah hayati aini linah rah dah niah lia fah wiyah mawati'),
    ],
  },
  {
    kind: 'family',
    parts: [
      list(
        'Mappa Matta Pata Pali Malla Mangga Sanre Tenri Para Saba Baba Cakka Dalle Gau Kala Lama Ma Passa Raja Sinri Taka Ula Wata Bonto',
      ),
      list('nge ra la ngi nra ssa tta lla ru mpa ga wi ri li ppa'),
      list('ngai wangi rang ssa tte lolo ware sau bani rukka tutu ngi nna gau le jeng weru ngeng'),
    ],
  },
  {
    kind: 'family',
    parts: [
      list('Si Hu Pa Ma Na Ta Lu Pang Sim Mar Ha Ra Sa Gul Nai Pur Sil Tam'),
      list('ma ta nja bo ru ga li ra pi na ring han ngi mu'),
      list(
        'juntak barat ring bing jaitan langgo tupulu bolon ribuan rung hotang tonga bara nauli rajagukguk tua galung lingga pea',
      ),
    ],
  },
  {
    kind: 'family',
    parts: [
      list('Latu Pati Tuha Leka Manu Sia Matu Rum Kai Man Wa Lai Sopa Hehu Titi Nan Tama Wat Pical Sahe Ohoi Ren'),
      list('ko na ha ri sa mu la tu pa wa lo bi'),
      list(
        'nsina tompessy rany hutu haya ulessy mbiak siepo dacan cussy leky heru ssa wael kotta ury uw tapy lette nussa',
      ),
    ],
  },
  {
    kind: 'any',
    parts: [
      list(
        'Ad An Ar Bel Ber Cit Da De Dia Eli Fa Fer Gal Hil In Ja Ka Kris Li Lu Me Mi Na Ni Oc Pu Ra Re Ri Ro San Se Ti Ve Vi Wi Yo Za',
      ),
      list('di ri na la ra ni ta da sa mi ka ya vi lo ndra ris'),
      list('ana ani anto ina ika wan tha sti tri nda ra no ta vin ne lia sya us an ah ith ska'),
    ],
  },
]

/** Parts of village names. */
export const VILLAGE_PARTS = {
  first:
    list(`Bonto Tanah Karang Suka Sumber Sido Marga Tanjung Muara Batu Pulau Lubuk Sungai Kampung Banjar Bukit Purwo Wono Kali Ranu Gunung
    Tellu Lompo Pattu Moncong Bulu Balo Padang Simpang Kuala Teluk Sei Ujung Wae Oe Nunu Labuan Rantau Pasir Cikal Ci Kebon Nagari Tumbang`),
  second:
    list(`manurung bunga tallasa marannu rejo mulyo maju jaya sari makmur agung indah harjo anyar raya baru lama tengah utara selatan
    tiga limpoe loe matinggi katute batang nyamuk panjang harapan permai asri asih lestari sakti kencana dadi waru jati randu pinang siri`),
} as const
