export {placeOf} from '../../core/place.ts'
